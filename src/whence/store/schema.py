"""The tables of the ledger, in SQL that SQLite and PostgreSQL both understand.

Bodies are the nouns as JSON; the columns beside them are what is searched by. Rows that many
others point to are numbered, which keeps the index of terms at a dozen bytes an entry.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

#: The number of the newest schema; each step of `migrations` raises it by one.
SCHEMA_VERSION = 3

metadata = MetaData()

#: What the file is, its schema, and the highest number that a term has.
meta = Table(
    "meta",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

article = Table(
    "article",
    metadata,
    Column("no", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("outlet", Text, nullable=False),
    Column("title", Text),
    Column("published", Text),
    Column("body", Text, nullable=False),
)

annotation = Table(
    "annotation",
    metadata,
    Column("article", Integer, ForeignKey("article.no"), primary_key=True),
    Column("model", Text, nullable=False),
    Column("stages", Text, nullable=False),
    Column("body", Text, nullable=False),
    Index("annotation_producer", "model", "stages"),
)

#: Where `stale` is set, the title, the days and the row in `linked` no longer fit the members.
story = Table(
    "story",
    metadata,
    Column("no", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("title", Text),
    Column("first", Date),
    Column("last", Date),
    Column("stale", Boolean(create_constraint=False), nullable=False),
    Index("story_stale", "stale"),
    Index("story_last", "last"),
)

linked = Table(
    "linked",
    metadata,
    Column("story", Integer, ForeignKey("story.no"), primary_key=True),
    Column("linker", Text, nullable=False),
    Column("body", Text, nullable=False),
    Index("linked_linker", "linker"),
)

#: `name` is the id of the article, so that its own row, which is long, is not read for it.
placement = Table(
    "placement",
    metadata,
    Column("article", Integer, ForeignKey("article.no"), primary_key=True),
    Column("name", Text, nullable=False),
    Column("story", Integer, ForeignKey("story.no"), nullable=False),
    Column("day", Date),
    Column("terms", LargeBinary, nullable=False),
    Column("vector", LargeBinary, nullable=False),
    Index("placement_story", "story", "article"),
)

#: `articles` counts the placed articles that hold the term. Kept by the word, which is what is
#: asked for, so that a term is one place of the file and not two.
term = Table(
    "term",
    metadata,
    Column("word", Text, primary_key=True),
    Column("no", Integer, nullable=False),
    Column("articles", Integer, nullable=False),
    sqlite_with_rowid=False,
)

#: Which placed article holds which term; `day` counts from 0001-01-01, 0 where there is none.
#: No foreign keys: each of the 40 entries of an article would look for its term and its article.
posting = Table(
    "posting",
    metadata,
    Column("term", Integer, primary_key=True, autoincrement=False),
    Column("day", Integer, primary_key=True),
    Column("article", Integer, primary_key=True),
    sqlite_with_rowid=False,
)

#: The marks of an article's text, as `scheme` chose them: five bytes each, in order. An article
#: that was not marked yet has a row without any, of the scheme "".
fingerprint = Table(
    "fingerprint",
    metadata,
    Column("article", Integer, ForeignKey("article.no"), primary_key=True),
    Column("scheme", Text, nullable=False),
    Column("marks", LargeBinary, nullable=False),
    Index("fingerprint_scheme", "scheme"),
)

#: Which article has which mark; of a mark that many have, only the first of them.
mark = Table(
    "mark",
    metadata,
    Column("mark", BigInteger, primary_key=True, autoincrement=False),
    Column("article", Integer, ForeignKey("article.no"), primary_key=True),
    sqlite_with_rowid=False,
)

#: Two articles, in the order of their ids, and the runs of words that both have.
kinship = Table(
    "kinship",
    metadata,
    Column("one", Integer, ForeignKey("article.no"), primary_key=True),
    Column("other", Integer, ForeignKey("article.no"), primary_key=True),
    Column("body", Text, nullable=False),
    Index("kinship_other", "other"),
    sqlite_with_rowid=False,
)

#: Only ever added to: of the rows for one kind and subject, the newest holds.
decision = Table(
    "decision",
    metadata,
    Column("no", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("value", Text),
    Column("who", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("confidence", Double, nullable=False),
    UniqueConstraint("kind", "subject", "no", name="decision_subject"),
)
