"""The chat page: Gradio under FastAPI. Nothing else imports gradio, and nothing here leaves this machine."""

import os

# Read by gradio when it is imported: no usage statistics, no look-ups of newer versions.
os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
