CREATE TABLE `audit_entry` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text NOT NULL,
	`action` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`data` text NOT NULL,
	`request_id` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_entry_at` ON `audit_entry` (`at`,`id`);--> statement-breakpoint
CREATE INDEX `audit_entry_subject` ON `audit_entry` (`subject_kind`,`subject_id`);--> statement-breakpoint
CREATE TABLE `calendar_day` (
	`date` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`name_en` text NOT NULL,
	`source` text NOT NULL,
	`note` text,
	`updated_at` integer NOT NULL,
	`updated_by` text
);
--> statement-breakpoint
CREATE INDEX `calendar_day_kind` ON `calendar_day` (`kind`,`date`);--> statement-breakpoint
CREATE TABLE `calendar_year` (
	`year` integer PRIMARY KEY NOT NULL,
	`source` text NOT NULL,
	`checked_on` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `draft` (
	`id_hash` text PRIMARY KEY NOT NULL,
	`form` text NOT NULL,
	`fields` text NOT NULL,
	`photo_ids` text NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `draft_expiry` ON `draft` (`expires_at`,`id_hash`);--> statement-breakpoint
CREATE TABLE `notice` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`order_code` text NOT NULL,
	`dedupe` text NOT NULL,
	`created_at` integer NOT NULL,
	`read_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notice_dedupe` ON `notice` (`person_id`,`dedupe`);--> statement-breakpoint
CREATE INDEX `notice_person` ON `notice` (`person_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `default_route` (
	`item_code` text NOT NULL,
	`cell_code` text NOT NULL,
	`steps` text NOT NULL,
	PRIMARY KEY(`item_code`, `cell_code`)
);
--> statement-breakpoint
CREATE TABLE `order_assignment` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`unit_code` text,
	`person_id` text,
	`started_at` integer NOT NULL,
	`signed_at` integer,
	`ended_at` integer,
	`ended_by` text
);
--> statement-breakpoint
CREATE INDEX `order_assignment_order` ON `order_assignment` (`order_id`,`started_at`,`id`);--> statement-breakpoint
CREATE TABLE `order_clock` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`kind` text NOT NULL,
	`seq` integer NOT NULL,
	`started_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`why` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `order_clock_order` ON `order_clock` (`order_id`,`seq`,`id`);--> statement-breakpoint
CREATE TABLE `order_contact` (
	`order_id` text PRIMARY KEY NOT NULL,
	`name` text,
	`phone` text,
	`phone_tail` text,
	`detail` text,
	`about_words` text
);
--> statement-breakpoint
CREATE INDEX `order_contact_tail` ON `order_contact` (`phone_tail`,`order_id`);--> statement-breakpoint
CREATE TABLE `order_event` (
	`order_id` text NOT NULL,
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
	PRIMARY KEY(`order_id`, `seq`)
);
--> statement-breakpoint
CREATE INDEX `order_event_at` ON `order_event` (`at`,`order_id`,`seq`);--> statement-breakpoint
CREATE TABLE `order_evidence` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`round` integer NOT NULL,
	`kind` text NOT NULL,
	`text` text,
	`missing_reason` text
);
--> statement-breakpoint
CREATE INDEX `order_evidence_order` ON `order_evidence` (`order_id`,`round`);--> statement-breakpoint
CREATE TABLE `order_link` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`action` text NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer
);
--> statement-breakpoint
CREATE TABLE `order_note` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`seq` integer NOT NULL,
	`author_id` text NOT NULL,
	`by_requester` integer NOT NULL,
	`to_resident` integer NOT NULL,
	`words` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `order_note_order` ON `order_note` (`order_id`,`seq`);--> statement-breakpoint
CREATE TABLE `order_offer` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`scope` text NOT NULL,
	`skills` text NOT NULL,
	`note` text,
	`started_at` integer NOT NULL,
	`ended_at` integer,
	`ended_by` text
);
--> statement-breakpoint
CREATE TABLE `order_offer_cell` (
	`offer_id` text NOT NULL,
	`cell_code` text NOT NULL,
	PRIMARY KEY(`offer_id`, `cell_code`)
);
--> statement-breakpoint
CREATE INDEX `order_offer_cell_cell` ON `order_offer_cell` (`cell_code`,`offer_id`);--> statement-breakpoint
CREATE TABLE `order_part` (
	`order_id` text NOT NULL,
	`person_id` text NOT NULL,
	`part` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`order_id`, `person_id`, `part`)
);
--> statement-breakpoint
CREATE INDEX `order_part_person` ON `order_part` (`person_id`,`part`);--> statement-breakpoint
CREATE TABLE `order_photo` (
	`order_id` text NOT NULL,
	`upload_id` text NOT NULL,
	`seq` integer NOT NULL,
	`kind` text NOT NULL,
	`sha256` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`order_id`, `upload_id`)
);
--> statement-breakpoint
CREATE INDEX `order_photo_upload` ON `order_photo` (`upload_id`);--> statement-breakpoint
CREATE TABLE `order_proxy` (
	`order_id` text PRIMARY KEY NOT NULL,
	`operator_id` text NOT NULL,
	`spoken_by` text,
	`known_by` text NOT NULL,
	`consent_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `order_quota` (
	`key` text PRIMARY KEY NOT NULL,
	`used` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `order_rating` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`seq` integer NOT NULL,
	`closing_no` integer NOT NULL,
	`via` text NOT NULL,
	`reached` integer NOT NULL,
	`contacted_in_time` integer,
	`solved` text,
	`stars` integer,
	`reason` text,
	`words` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `order_rating_order` ON `order_rating` (`order_id`,`seq`);--> statement-breakpoint
CREATE INDEX `order_rating_at` ON `order_rating` (`at`,`id`);--> statement-breakpoint
CREATE TABLE `order_seal` (
	`sealed_on` text PRIMARY KEY NOT NULL,
	`order_count` integer NOT NULL,
	`prev_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `order_serial` (
	`key` text PRIMARY KEY NOT NULL,
	`last` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `orders` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`query_hash` text NOT NULL,
	`pin_hash` text,
	`item_code` text NOT NULL,
	`category_code` text NOT NULL,
	`urgency` text NOT NULL,
	`intake_at` integer,
	`words` text NOT NULL,
	`channel` text NOT NULL,
	`zone_code` text NOT NULL,
	`street_code` text NOT NULL,
	`community_code` text NOT NULL,
	`quarter_code` text,
	`cell_code` text NOT NULL,
	`building_code` text,
	`area_code` text NOT NULL,
	`point_code` text,
	`lat` real,
	`lng` real,
	`place_zh` text NOT NULL,
	`place_en` text NOT NULL,
	`status` text NOT NULL,
	`level` text NOT NULL,
	`comeback` text NOT NULL,
	`outcome` text,
	`closing` text,
	`anonymous` integer NOT NULL,
	`confidential` integer NOT NULL,
	`sealed` integer NOT NULL,
	`is_proxy` integer NOT NULL,
	`door_agreed` integer NOT NULL,
	`requester_id` text,
	`requester_household` text,
	`proxy_id` text,
	`about_unit` text,
	`shift_starts_at` integer,
	`shift_ends_at` integer,
	`submitted_at` integer NOT NULL,
	`promise_accept_by` integer NOT NULL,
	`promise_finish_by` integer NOT NULL,
	`dispatch_by` integer NOT NULL,
	`dispatched_at` integer,
	`accept_started_at` integer,
	`accept_by` integer,
	`accepted_at` integer,
	`contacted_at` integer,
	`milestone_kind` text,
	`milestone_by` integer,
	`milestone_met_at` integer,
	`finish_by` integer,
	`return_by` integer,
	`evidence_at` integer,
	`verify_by` integer,
	`verified_at` integer,
	`rating_until` integer,
	`reopen_until` integer,
	`need_info_until` integer,
	`closed_at` integer,
	`due_at` integer NOT NULL,
	`assignee_unit` text,
	`assignee_person` text,
	`holder_kind` text,
	`offer_id` text,
	`co_handlers` text NOT NULL,
	`designated` integer NOT NULL,
	`rework_count` integer NOT NULL,
	`reopen_count` integer NOT NULL,
	`return_count` integer NOT NULL,
	`nudge_count` integer NOT NULL,
	`nudged_on` text,
	`appealed` integer NOT NULL,
	`rated_closing` integer NOT NULL,
	`version` integer NOT NULL,
	`last_seq` integer NOT NULL,
	`last_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `orders_code` ON `orders` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `orders_query_hash` ON `orders` (`query_hash`);--> statement-breakpoint
CREATE INDEX `orders_community` ON `orders` (`community_code`,`status`,`due_at`,`id`);--> statement-breakpoint
CREATE INDEX `orders_street` ON `orders` (`street_code`,`level`,`status`,`due_at`,`id`);--> statement-breakpoint
CREATE INDEX `orders_cell` ON `orders` (`cell_code`,`status`,`due_at`,`id`);--> statement-breakpoint
CREATE INDEX `orders_unit` ON `orders` (`assignee_unit`,`status`,`due_at`,`id`);--> statement-breakpoint
CREATE INDEX `orders_person` ON `orders` (`assignee_person`,`status`,`due_at`,`id`);--> statement-breakpoint
CREATE INDEX `orders_requester` ON `orders` (`requester_id`,`submitted_at`,`id`);--> statement-breakpoint
CREATE INDEX `orders_proxy` ON `orders` (`proxy_id`,`submitted_at`,`id`);--> statement-breakpoint
CREATE INDEX `orders_due` ON `orders` (`status`,`due_at`,`id`);--> statement-breakpoint
CREATE INDEX `orders_community_submitted` ON `orders` (`community_code`,`submitted_at`,`id`);--> statement-breakpoint
CREATE TABLE `outbox_message` (
	`id` text PRIMARY KEY NOT NULL,
	`topic` text NOT NULL,
	`payload` text NOT NULL,
	`created_at` integer NOT NULL,
	`available_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`state` text DEFAULT 'pending' NOT NULL,
	`claimed_until` integer DEFAULT 0 NOT NULL,
	`last_error` text
);
--> statement-breakpoint
CREATE INDEX `outbox_message_due` ON `outbox_message` (`state`,`available_at`,`id`);--> statement-breakpoint
CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`login` text NOT NULL,
	`password_hash` text NOT NULL,
	`kind` text NOT NULL,
	`password_changed_at` integer NOT NULL,
	`disabled_at` integer,
	`last_logins` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `account_login` ON `account` (`login`);--> statement-breakpoint
CREATE UNIQUE INDEX `account_person` ON `account` (`person_id`);--> statement-breakpoint
CREATE TABLE `membership` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`area_code` text NOT NULL,
	`unit_code` text,
	`party_org_code` text,
	`member_kind` text,
	`valid_from` text NOT NULL,
	`valid_to` text
);
--> statement-breakpoint
CREATE INDEX `membership_person` ON `membership` (`person_id`,`id`);--> statement-breakpoint
CREATE INDEX `membership_role_area` ON `membership` (`role`,`area_code`,`id`);--> statement-breakpoint
CREATE INDEX `membership_unit` ON `membership` (`unit_code`,`id`);--> statement-breakpoint
CREATE INDEX `membership_party_org` ON `membership` (`party_org_code`,`id`);--> statement-breakpoint
CREATE TABLE `party_org` (
	`code` text PRIMARY KEY NOT NULL,
	`parent_code` text,
	`kind` text NOT NULL,
	`name_zh` text NOT NULL,
	`name_en` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text,
	`purpose` text,
	`members` integer,
	`voting_members` integer
);
--> statement-breakpoint
CREATE INDEX `party_org_parent` ON `party_org` (`parent_code`,`code`);--> statement-breakpoint
CREATE TABLE `party_org_cell` (
	`party_org_code` text NOT NULL,
	`cell_code` text NOT NULL,
	PRIMARY KEY(`party_org_code`, `cell_code`)
);
--> statement-breakpoint
CREATE INDEX `party_org_cell_cell` ON `party_org_cell` (`cell_code`);--> statement-breakpoint
CREATE TABLE `person` (
	`id` text PRIMARY KEY NOT NULL,
	`display_name` text NOT NULL,
	`name_en` text,
	`phone` text,
	`phone_tail` text,
	`born_year` integer,
	`household_code` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `person_phone` ON `person` (`phone`);--> statement-breakpoint
CREATE INDEX `person_household` ON `person` (`household_code`);--> statement-breakpoint
CREATE TABLE `person_tie` (
	`person_a` text NOT NULL,
	`person_b` text NOT NULL,
	`declared_at` integer NOT NULL,
	PRIMARY KEY(`person_a`, `person_b`)
);
--> statement-breakpoint
CREATE INDEX `person_tie_b` ON `person_tie` (`person_b`);--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`token_hash` text,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	`label` text,
	`scope` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `session_token` ON `session` (`token_hash`);--> statement-breakpoint
CREATE INDEX `session_person` ON `session` (`person_id`,`id`);--> statement-breakpoint
CREATE INDEX `session_expiry` ON `session` (`expires_at`,`id`);--> statement-breakpoint
CREATE TABLE `unit` (
	`code` text PRIMARY KEY NOT NULL,
	`handler_group` text NOT NULL,
	`name_zh` text NOT NULL,
	`name_en` text NOT NULL,
	`phone` text,
	`areas` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `unit_group` ON `unit` (`handler_group`,`code`);--> statement-breakpoint
CREATE TABLE `area` (
	`code` text PRIMARY KEY NOT NULL,
	`parent_code` text,
	`kind` text NOT NULL,
	`name_zh` text NOT NULL,
	`name_en` text NOT NULL,
	`legal_form` text,
	`letters` text,
	`ring` text,
	`min_lat` real,
	`max_lat` real,
	`min_lng` real,
	`max_lng` real,
	`lat` real,
	`lng` real,
	`household_count` integer,
	`phone` text,
	`sort_key` text NOT NULL,
	`valid_from` text,
	`valid_to` text
);
--> statement-breakpoint
CREATE INDEX `area_parent` ON `area` (`parent_code`,`sort_key`,`code`);--> statement-breakpoint
CREATE INDEX `area_kind_box` ON `area` (`kind`,`min_lat`,`min_lng`);--> statement-breakpoint
CREATE INDEX `area_name` ON `area` (`name_zh`);--> statement-breakpoint
CREATE TABLE `area_closure` (
	`ancestor_code` text NOT NULL,
	`descendant_code` text NOT NULL,
	`depth` integer NOT NULL,
	PRIMARY KEY(`ancestor_code`, `descendant_code`)
);
--> statement-breakpoint
CREATE INDEX `area_closure_descendant` ON `area_closure` (`descendant_code`,`depth`);--> statement-breakpoint
CREATE TABLE `cell_neighbour` (
	`cell_code` text NOT NULL,
	`neighbour_code` text NOT NULL,
	PRIMARY KEY(`cell_code`, `neighbour_code`)
);
--> statement-breakpoint
CREATE TABLE `place_point` (
	`code` text PRIMARY KEY NOT NULL,
	`area_code` text NOT NULL,
	`kind` text NOT NULL,
	`name_zh` text NOT NULL,
	`name_en` text NOT NULL,
	`lat` real NOT NULL,
	`lng` real NOT NULL
);
--> statement-breakpoint
CREATE INDEX `place_point_area` ON `place_point` (`area_code`,`code`);--> statement-breakpoint
CREATE TABLE `replay_key` (
	`key` text PRIMARY KEY NOT NULL,
	`fingerprint` text NOT NULL,
	`answer` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `replay_key_created` ON `replay_key` (`created_at`);--> statement-breakpoint
CREATE TABLE `setting` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `category` (
	`code` text PRIMARY KEY NOT NULL,
	`name_zh` text NOT NULL,
	`name_en` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `emergency_word` (
	`word` text PRIMARY KEY NOT NULL,
	`call` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `item` (
	`code` text PRIMARY KEY NOT NULL,
	`category_code` text NOT NULL,
	`name_zh` text NOT NULL,
	`name_en` text NOT NULL,
	`urgency` text NOT NULL,
	`accept_limit` text NOT NULL,
	`finish_limit` text NOT NULL,
	`flags` text NOT NULL,
	`evidence_zh` text NOT NULL,
	`evidence_kinds` text NOT NULL,
	`handler` text NOT NULL,
	`item_factor` real NOT NULL,
	`keywords` text NOT NULL,
	`sort_key` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `item_category` ON `item` (`category_code`,`sort_key`);--> statement-breakpoint
CREATE TABLE `throttle_counter` (
	`key` text PRIMARY KEY NOT NULL,
	`hits` integer NOT NULL,
	`window_started_at` integer NOT NULL,
	`blocked_until` integer NOT NULL,
	`sweep_after` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `throttle_counter_sweep` ON `throttle_counter` (`sweep_after`,`key`);--> statement-breakpoint
CREATE TABLE `upload` (
	`id` text PRIMARY KEY NOT NULL,
	`sha256` text NOT NULL,
	`mime` text NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`bytes` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`attached_at` integer
);
--> statement-breakpoint
CREATE INDEX `upload_sha256` ON `upload` (`sha256`,`id`);--> statement-breakpoint
CREATE INDEX `upload_sweep` ON `upload` (`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `volunteer` (
	`person_id` text PRIMARY KEY NOT NULL,
	`skills` text NOT NULL,
	`adult_from` text NOT NULL,
	`registered_at` integer NOT NULL
);
