-- A workspace as the second version of the tables stored it, for the test that opens it today.
PRAGMA application_id = 1179211333;
PRAGMA user_version = 2;
BEGIN TRANSACTION;
CREATE TABLE "acts" (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	collaborative_id VARCHAR(100) NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	author TEXT NOT NULL, 
	kind VARCHAR(20) NOT NULL, 
	target_id INTEGER, 
	summary TEXT NOT NULL, 
	CONSTRAINT fk_acts_collaborative_id_collaboratives FOREIGN KEY(collaborative_id) REFERENCES collaboratives (id) ON DELETE CASCADE, 
	CONSTRAINT ck_acts_kind_is_known CHECK (kind IN ('do', 'undo', 'redo', 'file'))
);
INSERT INTO "acts" VALUES(1,'eastern','2026-11-02T09:03:00.000000+00:00','Bo Hughes','file',NULL,'Collaborative created');
INSERT INTO "acts" VALUES(2,'eastern','2026-11-02T09:05:00.000000+00:00','Bo Hughes','do',NULL,'Answer: notice');
INSERT INTO "acts" VALUES(3,'eastern','2026-11-02T09:07:00.000000+00:00','Bo Hughes','do',NULL,'Two members');
INSERT INTO "acts" VALUES(4,'eastern','2026-11-02T09:09:00.000000+00:00','Bo Hughes','do',NULL,'Take the suggestion: quorum');
INSERT INTO "acts" VALUES(5,'eastern','2026-11-02T09:11:00.000000+00:00','Bo Hughes','undo',4,'Take the suggestion: quorum');
INSERT INTO "acts" VALUES(6,'eastern','2026-11-02T09:13:00.000000+00:00','Bo Hughes','do',NULL,'Collaborative renamed');
INSERT INTO "acts" VALUES(7,'western','2026-11-02T09:17:00.000000+00:00','Bo Hughes','file',NULL,'Collaborative copied');
INSERT INTO "acts" VALUES(8,'western','2026-11-02T09:19:00.000000+00:00','Bo Hughes','file',NULL,'Put in the archive');
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('fiveways_2');
CREATE TABLE answers (
	collaborative_id VARCHAR(100) NOT NULL, 
	question_id VARCHAR(100) NOT NULL, 
	value TEXT, 
	state VARCHAR(20) NOT NULL, 
	origin VARCHAR(20) NOT NULL, 
	note TEXT NOT NULL, 
	author TEXT NOT NULL, 
	changed_at VARCHAR(32) NOT NULL, 
	revision INTEGER NOT NULL, 
	CONSTRAINT pk_answers PRIMARY KEY (collaborative_id, question_id), 
	CONSTRAINT fk_answers_collaborative_id_collaboratives FOREIGN KEY(collaborative_id) REFERENCES collaboratives (id) ON DELETE CASCADE
);
INSERT INTO "answers" VALUES('eastern','collaborative.name','"Eastern Alliance"','answered','typed','','Bo Hughes','2026-11-02T09:03:00.000000+00:00',1);
INSERT INTO "answers" VALUES('eastern','exit.notice','{"duration":{"amount":6,"unit":"months"}}','agreed','typed','Agreed – Llŷr to confirm','Bo Hughes','2026-11-02T09:05:00.000000+00:00',2);
INSERT INTO "answers" VALUES('western','collaborative.name','"Eastern Alliance"','answered','typed','','Bo Hughes','2026-11-02T09:03:00.000000+00:00',7);
INSERT INTO "answers" VALUES('western','exit.notice','{"duration":{"amount":6,"unit":"months"}}','agreed','typed','Agreed – Llŷr to confirm','Bo Hughes','2026-11-02T09:05:00.000000+00:00',7);
CREATE TABLE changes (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	act_id INTEGER NOT NULL, 
	collaborative_id VARCHAR(100) NOT NULL, 
	question_id VARCHAR(100), 
	row_id VARCHAR(100), 
	"before" TEXT, 
	"after" TEXT, 
	CONSTRAINT fk_changes_act_id_acts FOREIGN KEY(act_id) REFERENCES acts (id) ON DELETE CASCADE
);
INSERT INTO "changes" VALUES(1,1,'eastern','collaborative.name',NULL,NULL,'{"value":"Eastern Alliance","state":"answered","origin":"typed","note":"","author":"Bo Hughes","changed_at":"2026-11-02T09:03:00.000000+00:00"}');
INSERT INTO "changes" VALUES(2,2,'eastern','exit.notice',NULL,NULL,'{"value":{"duration":{"amount":6,"unit":"months"}},"state":"agreed","origin":"typed","note":"Agreed \u2013 Ll\u0177r to confirm","author":"Bo Hughes","changed_at":"2026-11-02T09:05:00.000000+00:00"}');
INSERT INTO "changes" VALUES(3,3,'eastern','members.members','row-a',NULL,'{"cells":{"organisation":{"organisation":{"name":"Airedale NHS Foundation Trust","code":"RCF"}}},"position":1024,"origin":"typed","author":"Bo Hughes","changed_at":"2026-11-02T09:07:00.000000+00:00"}');
INSERT INTO "changes" VALUES(4,3,'eastern','members.members','row-b',NULL,'{"cells":{"organisation":{"organisation":{"name":"Leeds Teaching Hospitals NHS Trust","code":"RR8"}}},"position":2048,"origin":"typed","author":"Bo Hughes","changed_at":"2026-11-02T09:07:00.000000+00:00"}');
INSERT INTO "changes" VALUES(5,4,'eastern','decisions.quorum-share',NULL,NULL,'{"value":{"amount":"66.7"},"state":"answered","origin":"suggestion","note":"","author":"Bo Hughes","changed_at":"2026-11-02T09:09:00.000000+00:00"}');
INSERT INTO "changes" VALUES(6,5,'eastern','decisions.quorum-share',NULL,'{"value":{"amount":"66.7"},"state":"answered","origin":"suggestion","note":"","author":"Bo Hughes","changed_at":"2026-11-02T09:09:00.000000+00:00"}',NULL);
INSERT INTO "changes" VALUES(7,6,'eastern',NULL,NULL,'{"name":"Eastern Alliance"}','{"name":"Eastern Partnership"}');
INSERT INTO "changes" VALUES(8,7,'western','collaborative.name',NULL,NULL,'{"value":"Eastern Alliance","state":"answered","origin":"typed","note":"","author":"Bo Hughes","changed_at":"2026-11-02T09:03:00.000000+00:00"}');
INSERT INTO "changes" VALUES(9,7,'western','exit.notice',NULL,NULL,'{"value":{"duration":{"amount":6,"unit":"months"}},"state":"agreed","origin":"typed","note":"Agreed \u2013 Ll\u0177r to confirm","author":"Bo Hughes","changed_at":"2026-11-02T09:05:00.000000+00:00"}');
INSERT INTO "changes" VALUES(10,7,'western','members.members','row-a',NULL,'{"cells":{"organisation":{"organisation":{"name":"Airedale NHS Foundation Trust","code":"RCF"}}},"position":1024,"origin":"typed","author":"Bo Hughes","changed_at":"2026-11-02T09:07:00.000000+00:00"}');
INSERT INTO "changes" VALUES(11,7,'western','members.members','row-b',NULL,'{"cells":{"organisation":{"organisation":{"name":"Leeds Teaching Hospitals NHS Trust","code":"RR8"}}},"position":2048,"origin":"typed","author":"Bo Hughes","changed_at":"2026-11-02T09:07:00.000000+00:00"}');
CREATE TABLE "collaboratives" (
	id VARCHAR(100) NOT NULL, 
	name TEXT NOT NULL, 
	created_at VARCHAR(32) NOT NULL, 
	changed_at VARCHAR(32) NOT NULL, 
	archived_at VARCHAR(32), 
	deleted_at VARCHAR(32), 
	revision INTEGER NOT NULL, 
	last_place TEXT DEFAULT '' NOT NULL, 
	progress TEXT, 
	progress_revision INTEGER, 
	CONSTRAINT pk_collaboratives PRIMARY KEY (id), 
	CONSTRAINT ck_collaboratives_name_is_given CHECK (length(name) > 0)
);
INSERT INTO "collaboratives" VALUES('eastern','Eastern Partnership','2026-11-02T09:03:00.000000+00:00','2026-11-02T09:13:00.000000+00:00',NULL,NULL,6,'section decisions','{"steps": [0.5]}',6);
INSERT INTO "collaboratives" VALUES('western','Western Alliance','2026-11-02T09:17:00.000000+00:00','2026-11-02T09:17:00.000000+00:00','2026-11-02T09:19:00.000000+00:00',NULL,8,'',NULL,NULL);
CREATE TABLE organisations (
	code VARCHAR(20) NOT NULL, 
	name TEXT NOT NULL, 
	legal_form TEXT NOT NULL, 
	region TEXT NOT NULL, 
	icb TEXT NOT NULL, 
	opened VARCHAR(10), 
	closed VARCHAR(10), 
	imported_on VARCHAR(10) NOT NULL, 
	CONSTRAINT pk_organisations PRIMARY KEY (code)
);
INSERT INTO "organisations" VALUES('RX1','Nottingham NHS Trust','NHS trust','Y60','QT1','2020-04-01',NULL,'2026-11-01');
CREATE TABLE settings (
	"key" VARCHAR(100) NOT NULL, 
	value TEXT NOT NULL, 
	CONSTRAINT pk_settings PRIMARY KEY ("key")
);
INSERT INTO "settings" VALUES('screen.text-percent','125');
CREATE TABLE table_rows (
	collaborative_id VARCHAR(100) NOT NULL, 
	question_id VARCHAR(100) NOT NULL, 
	id VARCHAR(100) NOT NULL, 
	position INTEGER NOT NULL, 
	cells TEXT NOT NULL, 
	origin VARCHAR(20) NOT NULL, 
	author TEXT NOT NULL, 
	changed_at VARCHAR(32) NOT NULL, 
	revision INTEGER NOT NULL, 
	CONSTRAINT pk_table_rows PRIMARY KEY (collaborative_id, question_id, id), 
	CONSTRAINT fk_table_rows_collaborative_id_collaboratives FOREIGN KEY(collaborative_id) REFERENCES collaboratives (id) ON DELETE CASCADE
);
INSERT INTO "table_rows" VALUES('eastern','members.members','row-a',1024,'{"organisation":{"organisation":{"name":"Airedale NHS Foundation Trust","code":"RCF"}}}','typed','Bo Hughes','2026-11-02T09:07:00.000000+00:00',3);
INSERT INTO "table_rows" VALUES('eastern','members.members','row-b',2048,'{"organisation":{"organisation":{"name":"Leeds Teaching Hospitals NHS Trust","code":"RR8"}}}','typed','Bo Hughes','2026-11-02T09:07:00.000000+00:00',3);
INSERT INTO "table_rows" VALUES('western','members.members','row-a',1024,'{"organisation":{"organisation":{"name":"Airedale NHS Foundation Trust","code":"RCF"}}}','typed','Bo Hughes','2026-11-02T09:07:00.000000+00:00',7);
INSERT INTO "table_rows" VALUES('western','members.members','row-b',2048,'{"organisation":{"organisation":{"name":"Leeds Teaching Hospitals NHS Trust","code":"RR8"}}}','typed','Bo Hughes','2026-11-02T09:07:00.000000+00:00',7);
CREATE INDEX ix_changes_act_id ON changes (act_id);
CREATE INDEX ix_changes_collaborative_id_question_id_id ON changes (collaborative_id, question_id, id);
CREATE INDEX ix_acts_collaborative_id_id ON acts (collaborative_id, id);
CREATE TRIGGER acts_are_never_altered BEFORE UPDATE ON acts BEGIN SELECT RAISE(ABORT, 'The change log is only added to.'); END;
CREATE TRIGGER acts_are_never_removed BEFORE DELETE ON acts WHEN EXISTS (SELECT 1 FROM collaboratives WHERE id = OLD.collaborative_id) BEGIN SELECT RAISE(ABORT, 'The change log is only added to.'); END;
CREATE TRIGGER changes_are_never_altered BEFORE UPDATE ON changes BEGIN SELECT RAISE(ABORT, 'The change log is only added to.'); END;
CREATE TRIGGER changes_are_never_removed BEFORE DELETE ON changes WHEN EXISTS (SELECT 1 FROM acts WHERE id = OLD.act_id) BEGIN SELECT RAISE(ABORT, 'The change log is only added to.'); END;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('acts',8);
INSERT INTO "sqlite_sequence" VALUES('changes',11);
COMMIT;
