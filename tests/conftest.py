"""What holds for every test: a slow machine is no fault of a law under test; nobody's papers are talked about."""

from hypothesis import HealthCheck, settings

pytest_plugins = ["tests.net"]

settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")
