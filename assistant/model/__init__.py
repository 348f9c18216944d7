"""Chat models: an endpoint, or a local file behind llama.cpp."""
