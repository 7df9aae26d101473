BEGIN TRANSACTION;
CREATE TABLE annotation (
	article INTEGER NOT NULL, 
	model TEXT NOT NULL, 
	stages TEXT NOT NULL, 
	body TEXT NOT NULL, 
	PRIMARY KEY (article), 
	FOREIGN KEY(article) REFERENCES article (no)
);
INSERT INTO "annotation" VALUES(1,'model-1','1','{"sentences":[{"start":0,"end":4}],"mentions":[{"span":{"start":0,"end":1},"kind":"person","confidence":0.5}],"times":[],"referents":[{"id":"ref-45c8da8d7fcef105","name":"Ada Lund","names":["Ada Lund"],"kind":"person","named":true,"mentions":[{"start":0,"end":1}],"roles":[],"stands_for":null}],"statements":[{"id":"st-45c8da8d7fcef105","article":"art-cc7ee484bf9f3d44","source":[{"start":0,"end":1}],"cue":[],"content":[{"start":1,"end":4}],"speaker":"ref-45c8da8d7fcef105","form":"direct","stance":"asserts","confidence":0.75,"speaker_why":"","alternatives":[],"cue_negated":false,"content_negated":false,"modality":"fact","hedges":[],"said":null,"told":[],"venue":[],"via":[],"vector":"AAECAwQFBgc="}],"figures":[],"events":[],"vector":"Af8="}');
INSERT INTO "annotation" VALUES(2,'model-1','1','{"sentences":[{"start":0,"end":4}],"mentions":[{"span":{"start":0,"end":1},"kind":"person","confidence":0.5}],"times":[],"referents":[{"id":"ref-2b62a4df8da7e7f7","name":"Ada Lund","names":["Ada Lund"],"kind":"person","named":true,"mentions":[{"start":0,"end":1}],"roles":[],"stands_for":null}],"statements":[{"id":"st-2b62a4df8da7e7f7","article":"art-a40a99fe92ea5782","source":[{"start":0,"end":1}],"cue":[],"content":[{"start":1,"end":4}],"speaker":"ref-2b62a4df8da7e7f7","form":"direct","stance":"asserts","confidence":0.75,"speaker_why":"","alternatives":[],"cue_negated":false,"content_negated":false,"modality":"fact","hedges":[],"said":null,"told":[],"venue":[],"via":[],"vector":"AAECAwQFBgc="}],"figures":[],"events":[],"vector":"Af8="}');
INSERT INTO "annotation" VALUES(3,'model-1','1','{"sentences":[{"start":0,"end":6}],"mentions":[{"span":{"start":0,"end":2},"kind":"person","confidence":0.5}],"times":[],"referents":[{"id":"ref-9ad4c309bc18f0a4","name":"Ada Lund","names":["Ada Lund"],"kind":"person","named":true,"mentions":[{"start":0,"end":2}],"roles":[],"stands_for":null}],"statements":[{"id":"st-9ad4c309bc18f0a4","article":"art-d02cf1e1eb5e2285","source":[{"start":0,"end":2}],"cue":[],"content":[{"start":2,"end":6}],"speaker":"ref-9ad4c309bc18f0a4","form":"direct","stance":"asserts","confidence":0.75,"speaker_why":"","alternatives":[],"cue_negated":false,"content_negated":false,"modality":"fact","hedges":[],"said":null,"told":[],"venue":[],"via":[],"vector":"AAECAwQFBgc="}],"figures":[],"events":[],"vector":"Af8="}');
CREATE TABLE article (
	no INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	outlet TEXT NOT NULL, 
	title TEXT, 
	published TEXT, 
	body TEXT NOT NULL, 
	PRIMARY KEY (no), 
	UNIQUE (id)
);
INSERT INTO "article" VALUES(1,'art-cc7ee484bf9f3d44','tarnbypost.example',NULL,'2031-05-02','{"id":"art-cc7ee484bf9f3d44","outlet":{"name":"Tarnby Post","domain":"tarnbypost.example","country":null,"kind":"unknown"},"title":null,"text":"One.","blocks":[{"kind":"paragraph","span":{"start":0,"end":4},"repeats":null}],"provenance":{"place":"reports/bridge.txt","format":"text","digest":"70277bfc409b502132d7a48b2a3b386294264b31f7bf024a5fb0cafabb8ac122","record":null},"byline":null,"published":{"value":"2031-05-02","precision":"day","basis":"metadata","words":[],"evidence":""},"updated":null,"language":"en","url":null,"credits":[]}');
INSERT INTO "article" VALUES(2,'art-a40a99fe92ea5782','tarnbypost.example',NULL,NULL,'{"id":"art-a40a99fe92ea5782","outlet":{"name":"Tarnby Post","domain":"tarnbypost.example","country":null,"kind":"unknown"},"title":null,"text":"Two.","blocks":[{"kind":"paragraph","span":{"start":0,"end":4},"repeats":null}],"provenance":{"place":"two.txt","format":"text","digest":"1eb32d1ee4458814f94f8b92d1bd3e06e16dca6fab43d53f700840321f27fdf4","record":null},"byline":null,"published":null,"updated":null,"language":"en","url":null,"credits":[]}');
INSERT INTO "article" VALUES(3,'art-d02cf1e1eb5e2285','tarnbypost.example',NULL,'2031-05-02','{"id":"art-d02cf1e1eb5e2285","outlet":{"name":"Tarnby Post","domain":"tarnbypost.example","country":null,"kind":"unknown"},"title":null,"text":"Three.","blocks":[{"kind":"paragraph","span":{"start":0,"end":6},"repeats":null}],"provenance":{"place":"three.txt","format":"text","digest":"43c4d94ea2cd4fbece4f396e10852401108971f22e2f37707fbbb688ddc7fe3c","record":null},"byline":null,"published":{"value":"2031-05-02","precision":"day","basis":"metadata","words":[],"evidence":""},"updated":null,"language":"en","url":null,"credits":[]}');
CREATE TABLE decision (
	no INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	subject TEXT NOT NULL, 
	value TEXT, 
	who TEXT NOT NULL, 
	at TEXT NOT NULL, 
	why TEXT NOT NULL, 
	confidence DOUBLE NOT NULL, 
	PRIMARY KEY (no), 
	CONSTRAINT decision_subject UNIQUE (kind, subject, no)
);
INSERT INTO "decision" VALUES(1,'placed','art-cc7ee484bf9f3d44','story-1','linker 1','2031-05-03T12:00:00','shares terms',0.9);
INSERT INTO "decision" VALUES(2,'placed','art-a40a99fe92ea5782','story-1','linker 1','2031-05-03T12:00:00','shares terms',0.9);
INSERT INTO "decision" VALUES(3,'placed','art-d02cf1e1eb5e2285','story-2','linker 1','2031-05-03T12:00:00','shares terms',0.9);
CREATE TABLE fingerprint (
	article INTEGER NOT NULL, 
	scheme TEXT NOT NULL, 
	marks BLOB NOT NULL, 
	PRIMARY KEY (article), 
	FOREIGN KEY(article) REFERENCES article (no)
);
INSERT INTO "fingerprint" VALUES(1,'scheme 1',X'000000000100000000020000000003');
INSERT INTO "fingerprint" VALUES(3,'scheme 1',X'00000000020000000003');
CREATE TABLE kinship (
	one INTEGER NOT NULL, 
	other INTEGER NOT NULL, 
	body TEXT NOT NULL, 
	PRIMARY KEY (one, other), 
	FOREIGN KEY(one) REFERENCES article (no), 
	FOREIGN KEY(other) REFERENCES article (no)
)
 WITHOUT ROWID

;
INSERT INTO "kinship" VALUES(1,3,'[[0,2,1,3]]');
CREATE TABLE linked (
	story INTEGER NOT NULL, 
	linker TEXT NOT NULL, 
	body TEXT NOT NULL, 
	PRIMARY KEY (story), 
	FOREIGN KEY(story) REFERENCES story (no)
);
INSERT INTO "linked" VALUES(1,'linker 1','{"story":{"id":"story-1","title":"Bridge shut","articles":["art-cc7ee484bf9f3d44","art-a40a99fe92ea5782"],"first":"2031-05-02","last":"2031-05-02"},"entities":[{"id":"en-1","name":"Ada Lund","names":["Ada Lund"],"kind":"person","named":true,"referents":["ref-1"],"roles":[],"stands_for":null}],"claims":[{"id":"cl-1","text":"The bridge is shut","statements":["st-1"],"origins":[{"kind":"outlet","name":"x","statements":["st-1"],"articles":[],"because":"","passages":[]}],"joins":[]}],"relations":[],"derivations":[],"timeline":[],"series":[]}');
CREATE TABLE mark (
	mark BIGINT NOT NULL, 
	article INTEGER NOT NULL, 
	PRIMARY KEY (mark, article), 
	FOREIGN KEY(article) REFERENCES article (no)
)
 WITHOUT ROWID

;
INSERT INTO "mark" VALUES(1,1);
INSERT INTO "mark" VALUES(2,1);
INSERT INTO "mark" VALUES(2,3);
INSERT INTO "mark" VALUES(3,1);
INSERT INTO "mark" VALUES(3,3);
CREATE TABLE meta (
	"key" TEXT NOT NULL, 
	value TEXT NOT NULL, 
	PRIMARY KEY ("key")
);
INSERT INTO "meta" VALUES('kind','whence ledger');
INSERT INTO "meta" VALUES('schema','2');
CREATE TABLE placement (
	article INTEGER NOT NULL, 
	story INTEGER NOT NULL, 
	day DATE, 
	terms TEXT NOT NULL, 
	vector BLOB NOT NULL, 
	PRIMARY KEY (article), 
	FOREIGN KEY(article) REFERENCES article (no), 
	FOREIGN KEY(story) REFERENCES story (no)
);
INSERT INTO "placement" VALUES(1,1,'2031-05-02','{"bridge":1.0,"flood":1.0}',X'05');
INSERT INTO "placement" VALUES(2,1,NULL,'{"bridge":1.0}',X'05');
INSERT INTO "placement" VALUES(3,2,'2031-05-02','{"flood":1.0,"fire":1.0}',X'05');
CREATE TABLE posting (
	term INTEGER NOT NULL, 
	day INTEGER NOT NULL, 
	article INTEGER NOT NULL, 
	PRIMARY KEY (term, day, article), 
	FOREIGN KEY(term) REFERENCES term (no), 
	FOREIGN KEY(article) REFERENCES article (no)
)
 WITHOUT ROWID

;
INSERT INTO "posting" VALUES(1,0,2);
INSERT INTO "posting" VALUES(1,741564,1);
INSERT INTO "posting" VALUES(2,741564,1);
INSERT INTO "posting" VALUES(2,741564,3);
INSERT INTO "posting" VALUES(3,741564,3);
CREATE TABLE story (
	no INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	title TEXT, 
	first DATE, 
	last DATE, 
	stale BOOLEAN NOT NULL, 
	PRIMARY KEY (no), 
	UNIQUE (id)
);
INSERT INTO "story" VALUES(1,'story-1','Bridge shut','2031-05-02','2031-05-02',0);
INSERT INTO "story" VALUES(2,'story-2',NULL,NULL,NULL,1);
CREATE TABLE term (
	no INTEGER NOT NULL, 
	word TEXT NOT NULL, 
	articles INTEGER NOT NULL, 
	PRIMARY KEY (no), 
	UNIQUE (word)
);
INSERT INTO "term" VALUES(1,'bridge',2);
INSERT INTO "term" VALUES(2,'flood',2);
INSERT INTO "term" VALUES(3,'fire',1);
CREATE INDEX story_last ON story (last);
CREATE INDEX story_stale ON story (stale);
CREATE INDEX annotation_producer ON annotation (model, stages);
CREATE INDEX placement_story ON placement (story, article);
CREATE INDEX kinship_other ON kinship (other);
COMMIT;
