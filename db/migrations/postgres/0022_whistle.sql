CREATE TABLE "order_whistle" (
	"order_id" text NOT NULL,
	"unit_code" text NOT NULL,
	"note_id" text NOT NULL,
	"arrive_by" bigint NOT NULL,
	"called_at" bigint NOT NULL,
	"called_by" text NOT NULL,
	"arrived_at" bigint,
	"arrived_by" text,
	"arrival_note_id" text,
	CONSTRAINT "order_whistle_order_id_unit_code_pk" PRIMARY KEY("order_id","unit_code")
);
