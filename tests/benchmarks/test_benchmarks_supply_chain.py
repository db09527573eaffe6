import json

import supply_chain

STALE = "run `make licences`"


def test_the_page_lists_each_package_with_its_licence():
    """Versions may move; a package or a licence that is not on the page is told."""
    page = supply_chain.LICENCES.read_text("utf-8")
    known = {name: licence for name, licence, _ in supply_chain.listed(page)}
    for extra in (None, *supply_chain.extras()):
        packages = supply_chain.brought_along(supply_chain.declared(extra), set())
        told = {name: package.licence for name, package in packages.items()}
        assert told.items() <= known.items(), STALE


def test_nothing_that_every_installation_needs_is_undeclared():
    page = supply_chain.LICENCES.read_text("utf-8")
    for name, licence, _ in supply_chain.listed(page):
        assert licence != "not declared", name


def test_the_bill_names_the_versions_of_the_lock():
    told = json.loads(supply_chain.BILL.read_text("utf-8"))
    versions = supply_chain.locked()
    for component in told["components"]:
        assert component["version"] == versions[component["name"]].version, STALE
    missing = set()
    packages = supply_chain.brought_along(supply_chain.declared(None), missing)
    assert not missing
    assert {one["name"] for one in told["components"]} == packages.keys(), STALE


def test_the_bill_is_whole():
    told = json.loads(supply_chain.bill())
    references = {one["bom-ref"] for one in told["components"]} | {"clausewright"}
    assert {one["ref"] for one in told["dependencies"]} == references
    assert all(set(one["dependsOn"]) <= references for one in told["dependencies"])
    assert "://" not in json.dumps(told)


def test_the_bill_does_not_change_between_runs():
    assert supply_chain.bill() == supply_chain.bill()
