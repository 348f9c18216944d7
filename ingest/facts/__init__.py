"""Plan → what can be looked up in it: indicators, measures, and where they contradict each other."""
