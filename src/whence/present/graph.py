"""The whence graph: origins, those who carried their words on, and the outlets."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from whence.model import OriginKind
from whence.present import wording
from whence.present.claims import origin_kind, origin_name
from whence.present.drawings import GraphContext, GraphEdge, GraphNode, Hangs, Tick
from whence.present.fitting import fitted
from whence.present.lookup import Lookup
from whence.present.neutral import one_line

Node = tuple[str, str]  # layer and name
Edge = tuple[Node, Node]
Path = tuple[str, tuple[str, ...], str]  # origin, carriers, outlet

_WIDTH = 960
_NODE = 244.0  # width of a node
_ROW = 46.0  # height of a node with the space beneath it
_WAY = 13.0  # height of a place that a flow passes the middle column by
_TOP = 34.0
_MOST = 18  # nodes of a layer; what is left is drawn as one
_CHARS = 29  # of a label, so that it stays in its node
_HEADS = {"origin": "Origins", "carrier": "Carried by", "outlet": "Outlets"}
#: The day of a press conference, which stands in a line of its own.
_DAY = re.compile(r", (\d{1,2} \w{3})\w* \d{4}$")
_REST = "more, of few statements each"


@dataclass
class _Flows:
    """How many statements flow from name to name, layer by layer."""

    edges: Counter[Edge] = field(default_factory=Counter)
    kinds: dict[str, OriginKind] = field(default_factory=dict)
    paths: list[Path] = field(default_factory=list)
    own: Counter[str] = field(default_factory=Counter)  # by outlet, what is traced no further
    drawn: dict[str, dict[str, str]] = field(default_factory=dict)

    @property
    def carried(self) -> bool:
        """Whether anyone carried words on between an origin and an outlet."""
        return any(source[0] == "carrier" for source, _ in self.edges)


def graph(lookup: Lookup) -> GraphContext | None:
    """The graph of a story, ``None`` where no statement was read."""
    flows = _flows(lookup)
    if not flows.edges:
        return None
    columns = _columns(flows)
    step = (_WIDTH - _NODE) / (len(columns) - 1)
    height = _TOP + max(sum(_height(node) for node in column) for column in columns)
    place: dict[Node, tuple[float, float]] = {}
    for n, column in enumerate(columns):
        y = _TOP + (height - _TOP - sum(_height(node) for node in column)) / 2
        for node in column:
            place[node] = (round(n * step, 1), round(y, 1))
            y += _height(node)
    return GraphContext(
        width=_WIDTH,
        height=round(height),
        nodes=tuple(_node(flows, node, at) for node, at in place.items() if node[0] in _HEADS),
        edges=tuple(_edges(flows, place)),
        heads=tuple(
            Tick(round(n * step, 1), _HEADS[layer])
            for n, column in enumerate(columns)
            if (layer := next((node[0] for node in column if node[0] in _HEADS), ""))
        ),
        hangs=_hangs(flows),
    )


def _flows(lookup: Lookup) -> _Flows:
    flows = _Flows()
    for statement in lookup.statements.values():
        article = lookup.article_of(statement)
        origin = lookup.origin_of.get(statement.id)
        kind = origin.kind if origin else OriginKind.UNKNOWN
        name = origin_name(origin) if origin else "unknown origin"
        outlet = one_line(lookup.outlet(article))
        via = tuple(
            one_line(each)
            for each in lookup.chain_of(statement)[:-1]
            if each.casefold() not in {name.casefold(), outlet.casefold()} and _is_a_name(each)
        )
        flows.kinds.setdefault(name, kind)
        flows.paths.append((name, via, outlet))
    traced = [p for p in flows.paths if not _is_own(p)]
    flows.own.update(p[2] for p in flows.paths if traced and _is_own(p))
    shown = traced or flows.paths
    flows.drawn = names = {
        "origin": _kept(Counter(name for name, _, _ in shown)),
        "carrier": _kept(Counter(v for _, via, _ in shown for v in via)),
        "outlet": _kept(Counter(outlet for _, _, outlet in flows.paths)),
    }
    for name, via, outlet in shown:
        steps = [("origin", names["origin"][name])]
        steps.extend(("carrier", names["carrier"][each]) for each in via[-1:])
        steps.append(("outlet", names["outlet"][outlet]))
        flows.edges.update(pairwise(steps))
    return flows


def _is_own(path: Path) -> bool:
    """Whether a statement is traced no further than the outlet that prints it."""
    name, via, outlet = path
    return not via and name.casefold() == outlet.casefold()


def _is_a_name(words: str) -> bool:
    """Whether words name someone: "reporters" and "this site" carry nothing on by name."""
    return not words[:1].islower()


def _kept(counts: Counter[str]) -> dict[str, str]:
    """From each name to the one it is drawn under."""
    if len(counts) <= _MOST:
        return {name: name for name in counts}
    kept = {name for name, _ in counts.most_common(_MOST - 1)}
    rest = f"{len(counts) - len(kept)} {_REST}"
    return {name: name if name in kept else rest for name in counts}


def _columns(flows: _Flows) -> list[list[Node]]:
    """The nodes from left to right and from top to bottom, placed so that few lines cross.

    A flow that no one carried on passes through the middle column by a place of its own, so that
    no line runs behind a node that it has nothing to do with.
    """
    weight: Counter[Node] = Counter()
    targets: dict[Node, Counter[Node]] = {}
    for (one, other), count in flows.edges.items():
        way = [one, _waypoint(one, other), other] if _is_direct(one, other) else [one, other]
        for source, target in pairwise(way):
            targets.setdefault(source, Counter())[target] += count
            weight[source] += count
            weight[target] += count
    own = {("outlet", flows.drawn["outlet"][outlet]): 0 for outlet in flows.own}
    outlets = [node for node in {**own, **weight} if node[0] == "outlet"]
    outlets.sort(key=lambda n: (n[1].endswith(_REST), -weight[n], n))
    columns = [outlets]
    for layers in ({"carrier", "way"}, {"origin"}):
        row = {node: n / len(columns[0]) for n, node in enumerate(columns[0])}
        nodes = [node for node in weight if node[0] in layers]
        pull = {
            node: sum(row[t] * n for t, n in targets[node].items()) / targets[node].total()
            for node in nodes
        }
        columns.insert(0, sorted(nodes, key=lambda n: (pull[n], -weight[n], n)))
    return columns if flows.carried else [columns[0], columns[2]]


def _is_direct(source: Node, target: Node) -> bool:
    return source[0] == "origin" and target[0] == "outlet"


def _waypoint(source: Node, target: Node) -> Node:
    return ("way", f"{source[1]}\0{target[1]}")


def _height(node: Node) -> float:
    return _ROW if node[0] in _HEADS else _WAY


def _node(flows: _Flows, node: Node, at: tuple[float, float]) -> GraphNode:
    layer, name = node
    if layer == "outlet":
        own = sum(n for o, n in flows.own.items() if flows.drawn["outlet"][o] == name)
        carried = own + sum(n for (_, target), n in flows.edges.items() if target == node)
        note = wording.counted(carried, "statement")
        if own:
            note += f", {own if own < carried else 'all'} its own"
    else:
        carried = sum(n for (source, _), n in flows.edges.items() if source == node)
        kind = origin_kind(flows.kinds[name]) if layer == "origin" and name in flows.kinds else ""
        day = _DAY.search(name)
        since = ", ".join(filter(None, (kind, day and day[1])))
        note = " · ".join(filter(None, (since, wording.counted(carried, "statement"))))
    return GraphNode(
        x=at[0],
        y=at[1],
        width=_NODE,
        height=_ROW - 8,
        label=fitted(_DAY.sub("", name), _CHARS),
        note=note,
        title=name,
        layer=layer,
        known=flows.kinds.get(name) is not OriginKind.UNKNOWN,
    )


def _edges(flows: _Flows, place: Mapping[Node, tuple[float, float]]) -> list[GraphEdge]:
    """One curve for each flow, the widest for the most statements."""
    most = max(flows.edges.values())
    incoming = Counter(target for _, target in flows.edges)
    found = []
    for (source, target), count in flows.edges.items():
        x1, y1 = place[source][0] + _NODE, place[source][1] + (_ROW - 8) / 2
        x2, y2 = place[target][0], place[target][1] + (_ROW - 8) / 2
        path = f"M{x1:.0f} {y1:.0f}"
        if flows.carried and _is_direct(source, target):
            way = place[_waypoint(source, target)]
            middle = way[1] + _WAY / 2
            path += _curve(x1, y1, way[0], middle) + f"H{way[0] + _NODE:.0f}"
            x1, y1 = way[0] + _NODE, middle
        found.append(
            GraphEdge(
                path=path + _curve(x1, y1, x2, y2),
                width=round(1.2 + 4 * count / most, 1),
                title=f"{source[1]} → {target[1]}: {wording.counted(count, 'statement')}",
                sole=target[0] == "outlet" and incoming[target] == 1,
                known=flows.kinds.get(source[1]) != OriginKind.UNKNOWN,
            )
        )
    return found


def _curve(x1: float, y1: float, x2: float, y2: float) -> str:
    bend = (x2 - x1) / 2
    return f"C{x1 + bend:.0f} {y1:.0f} {x2 - bend:.0f} {y2:.0f} {x2:.0f} {y2:.0f}"


def _hangs(flows: _Flows) -> tuple[Hangs, ...]:
    """What hangs on each origin, the most carried first."""
    by_origin: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, via, outlet in flows.paths:
        by_origin.setdefault(name, []).append((via, outlet))
    found = []
    for name, ways in by_origin.items():
        outlets = Counter(outlet for _, outlet in ways)
        through = dict.fromkeys(each for via, _ in ways for each in via)
        hangs = Hangs(
            origin=name,
            kind=origin_kind(flows.kinds[name]),
            outlets=wording.listed(list(outlets), most=8),
            count=wording.counted(len(ways), "statement"),
            through=wording.listed(list(through)),
        )
        found.append((-len(outlets), -len(ways), name, hangs))
    return tuple(each[3] for each in sorted(found, key=lambda e: e[:3]))
