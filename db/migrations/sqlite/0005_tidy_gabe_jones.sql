CREATE TABLE `answer` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`order_id` text NOT NULL,
	`community_code` text NOT NULL,
	`street_code` text NOT NULL,
	`title` text NOT NULL,
	`title_en` text,
	`decision` text NOT NULL,
	`status` text NOT NULL,
	`weighed_by` text NOT NULL,
	`weighed_on` text NOT NULL,
	`due_on` text,
	`done_on` text,
	`deliberation_code` text,
	`project_code` text,
	`at` integer NOT NULL,
	`version` integer NOT NULL,
	`last_seq` integer NOT NULL,
	`last_hash` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `answer_code` ON `answer` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `answer_order` ON `answer` (`order_id`);--> statement-breakpoint
CREATE INDEX `answer_community` ON `answer` (`community_code`,`status`,`at`,`id`);--> statement-breakpoint
CREATE TABLE `answer_words` (
	`answer_id` text NOT NULL,
	`version` integer NOT NULL,
	`words` text NOT NULL,
	`words_en` text,
	`reason` text NOT NULL,
	`due_on` text,
	`photos` text NOT NULL,
	`by_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`answer_id`, `version`)
);
--> statement-breakpoint
CREATE TABLE `case_event` (
	`kind` text NOT NULL,
	`case_id` text NOT NULL,
	`seq` integer NOT NULL,
	`type` text NOT NULL,
	`actor` text NOT NULL,
	`relation` text NOT NULL,
	`from_status` text,
	`to_status` text NOT NULL,
	`data` text NOT NULL,
	`at` integer NOT NULL,
	`prev_hash` text NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`kind`, `case_id`, `seq`)
);
--> statement-breakpoint
CREATE INDEX `case_event_at` ON `case_event` (`at`,`kind`,`case_id`,`seq`);--> statement-breakpoint
CREATE TABLE `case_serial` (
	`key` text PRIMARY KEY NOT NULL,
	`last` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `deliberation` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`community_code` text NOT NULL,
	`street_code` text NOT NULL,
	`title` text NOT NULL,
	`title_en` text,
	`motive` text NOT NULL,
	`status` text NOT NULL,
	`legal_form` text NOT NULL,
	`pack_id` text NOT NULL,
	`basis` text,
	`basis_words` text,
	`below_market` integer NOT NULL,
	`needs_filing` integer NOT NULL,
	`filed_unit` text,
	`filed_on` text,
	`filing_no` text,
	`plan_sent_on` text,
	`plan_version` integer,
	`published_at` integer,
	`notice_until` text,
	`result_at` integer,
	`project_code` text,
	`opened_by` text NOT NULL,
	`opened_at` integer NOT NULL,
	`ended_at` integer,
	`version` integer NOT NULL,
	`last_seq` integer NOT NULL,
	`last_hash` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `deliberation_code` ON `deliberation` (`code`);--> statement-breakpoint
CREATE INDEX `deliberation_community` ON `deliberation` (`community_code`,`status`,`opened_at`,`id`);--> statement-breakpoint
CREATE TABLE `deliberation_ballot` (
	`meeting_id` text NOT NULL,
	`receipt_hash` text NOT NULL,
	`choice` text NOT NULL,
	`seal` text NOT NULL,
	PRIMARY KEY(`meeting_id`, `receipt_hash`)
);
--> statement-breakpoint
CREATE TABLE `deliberation_count` (
	`meeting_id` text NOT NULL,
	`way` text NOT NULL,
	`yes_votes` integer NOT NULL,
	`no_votes` integer NOT NULL,
	`abstain_votes` integer NOT NULL,
	PRIMARY KEY(`meeting_id`, `way`)
);
--> statement-breakpoint
CREATE TABLE `deliberation_figure` (
	`deliberation_id` text NOT NULL,
	`version` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`kind` text NOT NULL,
	`label` text NOT NULL,
	`amount` integer NOT NULL,
	`unit` text NOT NULL,
	PRIMARY KEY(`deliberation_id`, `version`, `ordinal`)
);
--> statement-breakpoint
CREATE TABLE `deliberation_file` (
	`id` text PRIMARY KEY NOT NULL,
	`deliberation_id` text NOT NULL,
	`meeting_id` text,
	`upload_id` text NOT NULL,
	`name` text NOT NULL,
	`is_public` integer NOT NULL,
	`by_id` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `deliberation_file_of` ON `deliberation_file` (`deliberation_id`,`at`,`id`);--> statement-breakpoint
CREATE TABLE `deliberation_meeting` (
	`id` text PRIMARY KEY NOT NULL,
	`deliberation_id` text NOT NULL,
	`stage` text NOT NULL,
	`ordinal` integer NOT NULL,
	`body` text NOT NULL,
	`state` text NOT NULL,
	`with_web` integer NOT NULL,
	`held_at` integer NOT NULL,
	`place` text NOT NULL,
	`called_at` integer NOT NULL,
	`eligible` integer,
	`roll_salt` text,
	`roll_digest` text,
	`present` integer,
	`needed_present` integer,
	`yes_votes` integer,
	`no_votes` integer,
	`abstain_votes` integer,
	`needed_yes` integer,
	`ballot_digest` text,
	`minutes` text,
	`annulled` text,
	`closed_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `deliberation_meeting_no` ON `deliberation_meeting` (`deliberation_id`,`stage`,`ordinal`);--> statement-breakpoint
CREATE TABLE `deliberation_objection` (
	`id` text PRIMARY KEY NOT NULL,
	`deliberation_id` text NOT NULL,
	`words` text NOT NULL,
	`contact` text,
	`answer_by` text NOT NULL,
	`at` integer NOT NULL,
	`public_words` text,
	`answer` text,
	`answered_at` integer,
	`answered_by` text
);
--> statement-breakpoint
CREATE INDEX `deliberation_objection_of` ON `deliberation_objection` (`deliberation_id`,`at`,`id`);--> statement-breakpoint
CREATE TABLE `deliberation_price` (
	`deliberation_id` text NOT NULL,
	`version` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`label` text NOT NULL,
	`price_fen` integer NOT NULL,
	`market_fen` integer NOT NULL,
	`unit` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`deliberation_id`, `version`, `ordinal`)
);
--> statement-breakpoint
CREATE TABLE `deliberation_roll` (
	`meeting_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`name` text NOT NULL,
	`seat` text NOT NULL,
	`person_id` text,
	`present_at` integer,
	`voted_on` text,
	PRIMARY KEY(`meeting_id`, `ordinal`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `deliberation_roll_person` ON `deliberation_roll` (`meeting_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `deliberation_roll_of` ON `deliberation_roll` (`person_id`,`meeting_id`);--> statement-breakpoint
CREATE TABLE `deliberation_source` (
	`deliberation_id` text NOT NULL,
	`order_id` text NOT NULL,
	PRIMARY KEY(`deliberation_id`, `order_id`)
);
--> statement-breakpoint
CREATE INDEX `deliberation_source_order` ON `deliberation_source` (`order_id`);--> statement-breakpoint
CREATE TABLE `deliberation_text` (
	`deliberation_id` text NOT NULL,
	`kind` text NOT NULL,
	`version` integer NOT NULL,
	`points` text NOT NULL,
	`points_en` text,
	`words` text NOT NULL,
	`reason` text,
	`sha256` text NOT NULL,
	`by_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`deliberation_id`, `kind`, `version`)
);
--> statement-breakpoint
CREATE TABLE `legal_duty` (
	`id` text PRIMARY KEY NOT NULL,
	`community_code` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`office` text NOT NULL,
	`phone` text,
	`person_id` text,
	`valid_from` text NOT NULL,
	`valid_to` text
);
--> statement-breakpoint
CREATE INDEX `legal_duty_of` ON `legal_duty` (`community_code`,`valid_from`,`id`);--> statement-breakpoint
CREATE TABLE `mediation` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`community_code` text NOT NULL,
	`order_id` text,
	`status` text NOT NULL,
	`title` text NOT NULL,
	`mediator_id` text,
	`mediator_kind` text,
	`opened_by` text NOT NULL,
	`opened_at` integer NOT NULL,
	`planned_until` text NOT NULL,
	`settled_on` text,
	`confirm_until` text,
	`confirmed_on` text,
	`ended_at` integer,
	`version` integer NOT NULL,
	`last_seq` integer NOT NULL,
	`last_hash` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mediation_code` ON `mediation` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `mediation_order` ON `mediation` (`order_id`);--> statement-breakpoint
CREATE INDEX `mediation_community` ON `mediation` (`community_code`,`status`,`opened_at`,`id`);--> statement-breakpoint
CREATE INDEX `mediation_mediator` ON `mediation` (`mediator_id`,`opened_at`,`id`);--> statement-breakpoint
CREATE TABLE `mediation_agreement` (
	`mediation_id` text NOT NULL,
	`version` integer NOT NULL,
	`oral` integer NOT NULL,
	`parties` text NOT NULL,
	`facts` text NOT NULL,
	`performance` text NOT NULL,
	`perform_until` text,
	`seal_no` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`mediation_id`, `version`)
);
--> statement-breakpoint
CREATE TABLE `mediation_check` (
	`mediation_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`checked_on` text NOT NULL,
	`performed` integer NOT NULL,
	`words` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`mediation_id`, `ordinal`)
);
--> statement-breakpoint
CREATE TABLE `mediation_end` (
	`mediation_id` text PRIMARY KEY NOT NULL,
	`words` text NOT NULL,
	`ways_told_at` integer NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `mediation_opinion` (
	`id` text PRIMARY KEY NOT NULL,
	`mediation_id` text NOT NULL,
	`duty_id` text NOT NULL,
	`question` text NOT NULL,
	`opinion` text,
	`asked_at` integer NOT NULL,
	`answered_at` integer
);
--> statement-breakpoint
CREATE INDEX `mediation_opinion_of` ON `mediation_opinion` (`mediation_id`,`asked_at`,`id`);--> statement-breakpoint
CREATE TABLE `mediation_party` (
	`mediation_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`name` text NOT NULL,
	`phone` text,
	`address` text,
	`person_id` text,
	`agreed_at` integer,
	`agreed_mediator_at` integer,
	`refused_at` integer,
	`signed_at` integer,
	PRIMARY KEY(`mediation_id`, `ordinal`)
);
--> statement-breakpoint
CREATE INDEX `mediation_party_person` ON `mediation_party` (`person_id`,`mediation_id`);--> statement-breakpoint
CREATE TABLE `mediation_session` (
	`mediation_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`held_at` integer NOT NULL,
	`place` text NOT NULL,
	`others` text NOT NULL,
	`words` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`mediation_id`, `ordinal`)
);
--> statement-breakpoint
CREATE TABLE `project` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`community_code` text NOT NULL,
	`street_code` text NOT NULL,
	`title` text NOT NULL,
	`title_en` text,
	`words` text NOT NULL,
	`place` text NOT NULL,
	`status` text NOT NULL,
	`budget_fen` integer NOT NULL,
	`spent_fen` integer NOT NULL,
	`fundings` text NOT NULL,
	`planned_on` text NOT NULL,
	`first_due_on` text NOT NULL,
	`due_on` text NOT NULL,
	`started_on` text,
	`completed_on` text,
	`deliberation_code` text,
	`opened_by` text NOT NULL,
	`opened_at` integer NOT NULL,
	`version` integer NOT NULL,
	`last_seq` integer NOT NULL,
	`last_hash` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `project_code` ON `project` (`code`);--> statement-breakpoint
CREATE INDEX `project_community` ON `project` (`community_code`,`status`,`due_on`,`id`);--> statement-breakpoint
CREATE TABLE `project_budget` (
	`project_id` text NOT NULL,
	`version` integer NOT NULL,
	`amount_fen` integer NOT NULL,
	`deliberation_code` text,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`project_id`, `version`)
);
--> statement-breakpoint
CREATE TABLE `project_delay` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`missed_on` text NOT NULL,
	`new_due_on` text,
	`reason` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `project_delay_of` ON `project_delay` (`project_id`,`at`,`id`);--> statement-breakpoint
CREATE TABLE `project_milestone` (
	`project_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`title` text NOT NULL,
	`due_on` text NOT NULL,
	`done_on` text,
	`words` text,
	PRIMARY KEY(`project_id`, `ordinal`)
);
--> statement-breakpoint
CREATE TABLE `project_photo` (
	`project_id` text NOT NULL,
	`upload_id` text NOT NULL,
	`words` text NOT NULL,
	`taken_on` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`project_id`, `upload_id`)
);
--> statement-breakpoint
CREATE TABLE `project_source` (
	`project_id` text NOT NULL,
	`order_id` text NOT NULL,
	PRIMARY KEY(`project_id`, `order_id`)
);
--> statement-breakpoint
CREATE INDEX `project_source_order` ON `project_source` (`order_id`);--> statement-breakpoint
CREATE TABLE `project_spend` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`spent_on` text NOT NULL,
	`label` text NOT NULL,
	`amount_fen` integer NOT NULL,
	`receipt_no` text NOT NULL,
	`by_id` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `project_spend_of` ON `project_spend` (`project_id`,`spent_on`,`id`);--> statement-breakpoint
CREATE TABLE `opinion_answer` (
	`round_id` text NOT NULL,
	`version` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`heard` text NOT NULL,
	`heard_en` text,
	`doing` text NOT NULL,
	`doing_en` text,
	`who` text,
	`due_on` text,
	PRIMARY KEY(`round_id`, `version`, `ordinal`)
);
--> statement-breakpoint
CREATE TABLE `opinion_entry` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`way` text NOT NULL,
	`words` text NOT NULL,
	`heads` integer NOT NULL,
	`typed_by` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `opinion_entry_of` ON `opinion_entry` (`round_id`,`at`,`id`);--> statement-breakpoint
CREATE TABLE `opinion_round` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`community_code` text NOT NULL,
	`street_code` text NOT NULL,
	`question` text NOT NULL,
	`question_en` text,
	`words` text NOT NULL,
	`status` text NOT NULL,
	`opens_on` text NOT NULL,
	`closes_on` text NOT NULL,
	`published_at` integer,
	`opened_by` text NOT NULL,
	`opened_at` integer NOT NULL,
	`version` integer NOT NULL,
	`last_seq` integer NOT NULL,
	`last_hash` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `opinion_round_code` ON `opinion_round` (`code`);--> statement-breakpoint
CREATE INDEX `opinion_round_community` ON `opinion_round` (`community_code`,`status`,`opened_at`,`id`);--> statement-breakpoint
CREATE TABLE `document` (
	`id` text PRIMARY KEY NOT NULL,
	`sha256` text NOT NULL,
	`name` text NOT NULL,
	`bytes` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`attached_at` integer
);
--> statement-breakpoint
CREATE INDEX `document_sweep` ON `document` (`created_at`,`id`);