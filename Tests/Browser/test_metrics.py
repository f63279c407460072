"""The metrics, read by Prometheus's own parser."""

import urllib.request

from prometheus_client.parser import text_string_to_metric_families


def test_metrics_are_read_by_prometheus_own_parser(demo):
    with urllib.request.urlopen(f"{demo.url}/metrics") as answer:
        assert answer.headers["Content-Type"].startswith("text/plain; version=0.0.4")
        families = {family.name: family for family in text_string_to_metric_families(answer.read().decode())}
    assert families["connector_runs"].type == "counter"
    states = {sample.labels["state"]: sample.value for sample in families["connector_accounts"].samples}
    assert states == {"connected": 0, "disconnected": 1, "expired": 0}
    assert families["process_resident_memory_bytes"].samples[0].value > 0
    assert all(family.documentation for family in families.values())
