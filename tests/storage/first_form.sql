-- A workspace as the first version of the tables stored it, for the test that opens it today.
PRAGMA application_id = 1179211333;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
CREATE TABLE acts (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	collaborative_id VARCHAR(100) NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	author TEXT NOT NULL, 
	kind VARCHAR(20) NOT NULL, 
	target_id INTEGER, 
	summary TEXT NOT NULL, 
	CONSTRAINT fk_acts_collaborative_id_collaboratives FOREIGN KEY(collaborative_id) REFERENCES collaboratives (id) ON DELETE CASCADE
);
INSERT INTO "acts" VALUES(1,'northern','2026-03-02T09:03:00.000000+00:00','Ann Lee','file',NULL,'Collaborative created');
INSERT INTO "acts" VALUES(2,'northern','2026-03-02T09:05:00.000000+00:00','Ann Lee','do',NULL,'Two answers');
INSERT INTO "acts" VALUES(3,'northern','2026-03-02T09:07:00.000000+00:00','Ann Lee','do',NULL,'Notice');
INSERT INTO "acts" VALUES(4,'northern','2026-03-02T09:09:00.000000+00:00','Ann Lee','do',NULL,'Two members');
INSERT INTO "acts" VALUES(5,'northern','2026-03-02T09:11:00.000000+00:00','Ann Lee','do',NULL,'Leeds first');
INSERT INTO "acts" VALUES(6,'northern','2026-03-02T09:13:00.000000+00:00','Ann Lee','undo',5,'Leeds first');
INSERT INTO "acts" VALUES(7,'southern','2026-03-02T09:15:00.000000+00:00','Ann Lee','file',NULL,'Collaborative created');
INSERT INTO "acts" VALUES(8,'southern','2026-03-02T09:17:00.000000+00:00','Ann Lee','do',NULL,'Name');
INSERT INTO "acts" VALUES(9,'southern','2026-03-02T09:19:00.000000+00:00','Ann Lee','file',NULL,'Put in the bin');
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('fiveways_1');
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
INSERT INTO "answers" VALUES('northern','collaborative.name','"Northern Alliance"','answered','typed','','Ann Lee','2026-03-02T09:05:00.000000+00:00',2);
INSERT INTO "answers" VALUES('northern','decisions.quorum-share','{"amount":"66.7"}','answered','suggestion','','Ann Lee','2026-03-02T09:05:00.000000+00:00',2);
INSERT INTO "answers" VALUES('northern','exit.notice','{"duration":{"amount":6,"unit":"months"}}','agreed','typed','Agreed at the second workshop – Llŷr to confirm','Ann Lee','2026-03-02T09:07:00.000000+00:00',3);
INSERT INTO "answers" VALUES('southern','collaborative.name','"South Coast Alliance"','answered','typed','','Ann Lee','2026-03-02T09:17:00.000000+00:00',8);
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
INSERT INTO "changes" VALUES(1,2,'northern','collaborative.name',NULL,NULL,'{"value":"Northern Alliance","state":"answered","origin":"typed","note":"","author":"Ann Lee","changed_at":"2026-03-02T09:05:00.000000+00:00"}');
INSERT INTO "changes" VALUES(2,2,'northern','decisions.quorum-share',NULL,NULL,'{"value":{"amount":"66.7"},"state":"answered","origin":"suggestion","note":"","author":"Ann Lee","changed_at":"2026-03-02T09:05:00.000000+00:00"}');
INSERT INTO "changes" VALUES(3,3,'northern','exit.notice',NULL,NULL,'{"value":{"duration":{"amount":6,"unit":"months"}},"state":"agreed","origin":"typed","note":"Agreed at the second workshop \u2013 Ll\u0177r to confirm","author":"Ann Lee","changed_at":"2026-03-02T09:07:00.000000+00:00"}');
INSERT INTO "changes" VALUES(4,4,'northern','members.members','row-a',NULL,'{"cells":{"joined":{"date":"2026-04-01"},"organisation":{"organisation":{"name":"Airedale NHS Foundation Trust","code":"RCF"}}},"position":1024,"origin":"typed","author":"Ann Lee","changed_at":"2026-03-02T09:09:00.000000+00:00"}');
INSERT INTO "changes" VALUES(5,4,'northern','members.members','row-b',NULL,'{"cells":{"organisation":{"organisation":{"name":"Leeds Teaching Hospitals NHS Trust","code":"RR8"}}},"position":2048,"origin":"typed","author":"Ann Lee","changed_at":"2026-03-02T09:09:00.000000+00:00"}');
INSERT INTO "changes" VALUES(6,5,'northern','members.members','row-b','{"cells":{"organisation":{"organisation":{"name":"Leeds Teaching Hospitals NHS Trust","code":"RR8"}}},"position":2048,"origin":"typed","author":"Ann Lee","changed_at":"2026-03-02T09:09:00.000000+00:00"}','{"cells":{"organisation":{"organisation":{"name":"Leeds Teaching Hospitals NHS Trust","code":"RR8"}}},"position":0,"origin":"typed","author":"Ann Lee","changed_at":"2026-03-02T09:09:00.000000+00:00"}');
INSERT INTO "changes" VALUES(7,6,'northern','members.members','row-b','{"cells":{"organisation":{"organisation":{"name":"Leeds Teaching Hospitals NHS Trust","code":"RR8"}}},"position":0,"origin":"typed","author":"Ann Lee","changed_at":"2026-03-02T09:09:00.000000+00:00"}','{"cells":{"organisation":{"organisation":{"name":"Leeds Teaching Hospitals NHS Trust","code":"RR8"}}},"position":2048,"origin":"typed","author":"Ann Lee","changed_at":"2026-03-02T09:09:00.000000+00:00"}');
INSERT INTO "changes" VALUES(8,7,'southern','collaborative.name',NULL,NULL,'{"value":"Southern Alliance","state":"answered","origin":"typed","note":"","author":"Ann Lee","changed_at":"2026-03-02T09:15:00.000000+00:00"}');
INSERT INTO "changes" VALUES(9,8,'southern','collaborative.name',NULL,'{"value":"Southern Alliance","state":"answered","origin":"typed","note":"","author":"Ann Lee","changed_at":"2026-03-02T09:15:00.000000+00:00"}','{"value":"South Coast Alliance","state":"answered","origin":"typed","note":"","author":"Ann Lee","changed_at":"2026-03-02T09:17:00.000000+00:00"}');
CREATE TABLE collaboratives (
	id VARCHAR(100) NOT NULL, 
	name TEXT NOT NULL, 
	created_at VARCHAR(32) NOT NULL, 
	changed_at VARCHAR(32) NOT NULL, 
	archived_at VARCHAR(32), 
	deleted_at VARCHAR(32), 
	revision INTEGER NOT NULL, 
	CONSTRAINT pk_collaboratives PRIMARY KEY (id)
);
INSERT INTO "collaboratives" VALUES('northern','Northern Alliance','2026-03-02T09:03:00.000000+00:00','2026-03-02T09:13:00.000000+00:00',NULL,NULL,6);
INSERT INTO "collaboratives" VALUES('southern','Southern Alliance','2026-03-02T09:15:00.000000+00:00','2026-03-02T09:17:00.000000+00:00',NULL,'2026-03-02T09:19:00.000000+00:00',9);
CREATE TABLE settings (
	"key" VARCHAR(100) NOT NULL, 
	value TEXT NOT NULL, 
	CONSTRAINT pk_settings PRIMARY KEY ("key")
);
INSERT INTO "settings" VALUES('theme','dark');
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
INSERT INTO "table_rows" VALUES('northern','members.members','row-a',1024,'{"joined":{"date":"2026-04-01"},"organisation":{"organisation":{"name":"Airedale NHS Foundation Trust","code":"RCF"}}}','typed','Ann Lee','2026-03-02T09:09:00.000000+00:00',4);
INSERT INTO "table_rows" VALUES('northern','members.members','row-b',2048,'{"organisation":{"organisation":{"name":"Leeds Teaching Hospitals NHS Trust","code":"RR8"}}}','typed','Ann Lee','2026-03-02T09:09:00.000000+00:00',6);
CREATE INDEX ix_acts_collaborative_id_id ON acts (collaborative_id, id);
CREATE INDEX ix_changes_act_id ON changes (act_id);
CREATE INDEX ix_changes_collaborative_id_question_id_id ON changes (collaborative_id, question_id, id);
CREATE TRIGGER acts_are_never_altered BEFORE UPDATE ON acts BEGIN SELECT RAISE(ABORT, 'The change log is only added to.'); END;
CREATE TRIGGER acts_are_never_removed BEFORE DELETE ON acts WHEN EXISTS (SELECT 1 FROM collaboratives WHERE id = OLD.collaborative_id) BEGIN SELECT RAISE(ABORT, 'The change log is only added to.'); END;
CREATE TRIGGER changes_are_never_altered BEFORE UPDATE ON changes BEGIN SELECT RAISE(ABORT, 'The change log is only added to.'); END;
CREATE TRIGGER changes_are_never_removed BEFORE DELETE ON changes WHEN EXISTS (SELECT 1 FROM acts WHERE id = OLD.act_id) BEGIN SELECT RAISE(ABORT, 'The change log is only added to.'); END;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('acts',9);
INSERT INTO "sqlite_sequence" VALUES('changes',9);
COMMIT;
