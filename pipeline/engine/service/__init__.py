"""The service that watches a workspace: a watchman takes and has read, a clerk sends. Started by ``pli surveiller``."""
