"""The JSON account follows its schema, and the schema follows the design."""

import copy
import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.present import stories
from tests.present.stories import ALL

from whence.present import account_schema, account_to_json

SCHEMA = Draft202012Validator(account_schema())


@pytest.mark.parametrize("name", ALL)
def test_every_account_follows_the_schema(name: str) -> None:
    data = json.loads(json.dumps(account_to_json(ALL[name]())))
    assert [error.message for error in SCHEMA.iter_errors(data)] == []


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(account_schema())


DESIGN = {
    "story": "id title first last articles statements entities claims relations figures events "
    "derivations",
    "article": "id origin outlet title url published updated language text",
    "statement": "id article speaker source cue content form stance said told via confidence",
    "entity": "id name names kind",
    "claim": "id text statements origins",
    "relation": "kind a b confidence because",
    "figure": "id article span low high unit what where as_of statement",
    "event": "id article span code actor recipient where when statement",
    "derivation": "article from kind evidence",
    "span": "start end exact",
}
LISTS = {
    "article": "articles",
    "statement": "statements",
    "entity": "entities",
    "claim": "claims",
    "relation": "relations",
    "figure": "figures",
    "event": "events",
    "derivation": "derivations",
}


@pytest.mark.parametrize(
    ("noun", "key"), [(noun, key) for noun, names in DESIGN.items() for key in names.split()]
)
def test_no_key_of_the_design_may_be_missing(noun: str, key: str) -> None:
    data = account_to_json(stories.halven())
    del one(data, noun)[key]
    assert not SCHEMA.is_valid(data)


@pytest.mark.parametrize(
    ("noun", "key", "value"),
    [
        ("statement", "stance", "insinuates"),
        ("statement", "form", "sung"),
        ("statement", "confidence", 1.2),
        ("statement", "content", []),
        ("statement", "speaker", ""),
        ("relation", "kind", "resembles"),
        ("derivation", "kind", "theft"),
        ("claim", "origins", -1),
        ("claim", "statements", []),
        ("span", "start", -1),
        ("span", "exact", ""),
        ("story", "first", "yesterday"),
        ("article", "text", None),
        ("entity", "kind", "ship"),
    ],
)
def test_what_the_design_does_not_know_is_refused(noun: str, key: str, value: object) -> None:
    data = account_to_json(stories.halven())
    one(data, noun)[key] = value
    assert not SCHEMA.is_valid(data)


def test_a_date_without_its_basis_is_refused() -> None:
    data = account_to_json(stories.halven())
    del data["stories"][0]["articles"][0]["published"]["from"]
    assert not SCHEMA.is_valid(data)


def one(data: dict[str, Any], noun: str) -> dict[str, Any]:
    story = data["stories"][0]
    if noun == "story":
        return story
    if noun == "span":
        return story["statements"][0]["content"][0]
    return story[LISTS[noun]][0]


@pytest.mark.parametrize("name", ALL)
def test_every_id_that_is_named_is_there_and_every_span_holds_its_words(name: str) -> None:
    for story in account_to_json(ALL[name]())["stories"]:
        texts = {article["id"]: article["text"] for article in story["articles"]}
        statements = {statement["id"] for statement in story["statements"]}
        claims = {claim["id"] for claim in story["claims"]}
        entities = {entity["id"] for entity in story["entities"]} | {None}
        for statement in story["statements"]:
            assert statement["speaker"] in entities
            text = texts[statement["article"]]
            for part in ("source", "cue", "content"):
                for span in statement[part]:
                    assert text[span["start"] : span["end"]] == span["exact"]
        for claim in story["claims"]:
            assert set(claim["statements"]) <= statements
        for relation in story["relations"]:
            assert {relation["a"], relation["b"]} <= claims
        for figure in story["figures"]:
            span = figure["span"]
            assert texts[figure["article"]][span["start"] : span["end"]] == span["exact"]
            assert figure["statement"] in statements | {None}


def test_the_words_are_the_texts_own_even_where_a_page_would_neutralise_them() -> None:
    story = account_to_json(stories.scripts())["stories"][0]
    assert any("\u202e" in article["text"] for article in story["articles"])


def test_unknown_speakers_are_null_and_origins_are_counted() -> None:
    story = account_to_json(stories.halven())["stories"][0]
    unclear = [s for s in story["statements"] if s["content"][0]["exact"] == "more would be found"]
    assert unclear[0]["speaker"] is None
    closed = [c for c in story["claims"] if c["text"] == "The harbour has been closed since noon"]
    assert closed[0]["origins"] == 3


def claims_of(story: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {claim["text"]: claim for claim in story["claims"]}


def test_an_origin_that_is_unknown_is_counted_as_unknown_and_never_as_one() -> None:
    claims = claims_of(account_to_json(stories.halven())["stories"][0])
    for claim in claims.values():
        kinds = [origin["kind"] for origin in claim["origin_names"]]
        assert claim["untraced"] == kinds.count("unknown")
        assert claim["origins"] == len(kinds) - claim["untraced"]
    assert any(claim["origins"] == 0 for claim in claims.values())


def test_every_claim_stands_in_one_way_by_its_origins() -> None:
    for claim in claims_of(account_to_json(stories.halven())["stories"][0]).values():
        standing = {"agreed", "single-source", "not traced"}.intersection(claim["standing"])
        assert standing == {("not traced", "single-source", "agreed")[min(claim["origins"], 2)]}


@pytest.mark.parametrize("name", ALL)
def test_what_is_disputed_or_changed_is_said_of_the_claim_and_of_both_sides(name: str) -> None:
    for story in account_to_json(ALL[name]())["stories"]:
        kinds = {relation["id"]: relation["kind"] for relation in story["relations"]}
        ends = {relation["id"]: {relation["a"], relation["b"]} for relation in story["relations"]}
        for dispute in story["disputes"]:
            one, other = (set(side["claims"]) for side in dispute["sides"])
            assert not one & other
            for relation in dispute["relations"]:
                assert kinds[relation] == "contradicts"
                assert len(ends[relation] & one) == len(ends[relation] & other) == 1
        for change in story["changes"]:
            assert {kinds[relation] for relation in change["relations"]} == {"revises"}
        listed = {
            "disputed": [s["claims"] for d in story["disputes"] for s in d["sides"]],
            "changed": [change["claims"] for change in story["changes"]],
        }
        for standing, claims in listed.items():
            marked = {c["id"] for c in story["claims"] if standing in c["standing"]}
            assert marked == {claim for each in claims for claim in each}


def test_a_dispute_names_who_stands_on_each_side_and_who_spoke_first_stands_first() -> None:
    story = account_to_json(stories.halven())["stories"][0]
    names = {entity["id"]: entity["name"] for entity in story["entities"]}
    sides = [
        [{names[speaker] for speaker in side["speakers"]} for side in dispute["sides"]]
        for dispute in story["disputes"]
    ]
    assert sides == [
        [
            {"Tomas Reval"},
            {
                "a spokeswoman for the Ministry of Energy",
                "Jana Mirel",
                "The register of inspections",
            },
        ],
        [{"a tanker captain", "an official of the port authority"}, {"Tomas Reval"}],
    ]


def test_what_is_written_does_not_change_the_account() -> None:
    account = stories.halven()
    before = copy.deepcopy(account)
    account_to_json(account)
    assert account == before


DOCUMENT = Path(__file__).parents[2] / "docs" / "json-account.md"


def test_the_example_of_the_documentation_follows_the_schema_and_its_spans_hold() -> None:
    example = json.loads(DOCUMENT.read_text("utf-8").split("```json\n")[1].split("```")[0])
    SCHEMA.validate(example)
    text = one(example, "article")["text"]
    for part in ("source", "cue", "content"):
        for span in one(example, "statement")[part]:
            assert text[span["start"] : span["end"]] == span["exact"]


def test_the_documentation_names_every_key_and_value_of_the_schema() -> None:
    words = set(re.findall(r"[a-z_]+", DOCUMENT.read_text("utf-8")))
    for noun, definition in account_schema()["$defs"].items():
        assert set(definition["properties"]) <= words, noun
    statement = account_schema()["$defs"]["statement"]["properties"]
    assert set(statement["stance"]["enum"]) | set(statement["modality"]["enum"]) <= words


def test_a_doubtful_statement_names_whom_else_it_may_be_of() -> None:
    [story] = account_to_json(stories.halven())["stories"]
    named = {entity["id"]: entity["name"] for entity in story["entities"]}
    [found] = [each["alternatives"] for each in story["statements"] if each["alternatives"]]
    assert [(named[each["speaker"]], each["likelihood"]) for each in found] == [
        ("Residents", 0.62),
        ("The hospital in Halven", None),
    ]


def test_a_claim_of_several_statements_tells_why_each_is_of_it() -> None:
    [story] = account_to_json(stories.halven())["stories"]
    joined = {claim["id"]: claim for claim in story["claims"] if claim["joins"]}
    assert joined
    for claim in joined.values():
        _first, *others = claim["statements"]
        assert {join["statement"] for join in claim["joins"]} <= set(others)
        assert all(join["like"] in claim["statements"] for join in claim["joins"])
