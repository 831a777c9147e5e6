"""The record that seals the archive (chapter 7)."""

from checks import parse
from files import read
from records import check_record, is_record, _schemas


def check_seal(archive, manifest, keys, found, findings):
    """Checks archive.json against the manifest and the records."""
    content = read(archive, "archive.json", findings)
    record = parse(content) if content is not None else None
    if not is_record(record) or record["chain"] != "ARCHIVE":
        findings.error("7 archive.json")
        return
    p = check_record(record, manifest, keys, _schemas(archive), findings)
    if p is None or p["s"] != "archive/1":
        findings.error("7 archive.json")
        return
    range_, period = manifest["range"], manifest["period"]
    same = (
        record["global_seq"] > range_["last_seq"]
        and (record["kind"], record["doc_no"], record["ts_utc"])
        == (manifest["type"], manifest["number"], manifest["created"])
        and p["header"]["terminal"] == manifest["terminal"]
        and p["header"]["software"] == manifest["software"]
        and (p["period_from"], p["period_to"]) == (period["from"], period["to"])
        and (p["first_seq"], p["last_seq"], p["link_global"])
        == (range_["first_seq"], range_["last_seq"], range_["link_global"])
        and p["records"] == sum(manifest["counts"].values())
        and (manifest["anomaly"] or not p["anomaly"])
    )
    findings.require(same, "7.1 archive.json décrit une autre archive")
    findings.require(p["total"] == found.turnover and p["perpetual"] == found.perpetual, "7.2 totaux de l’archive")
