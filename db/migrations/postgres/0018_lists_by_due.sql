CREATE INDEX "orders_by_due" ON "orders" USING btree ("due_at","id");--> statement-breakpoint
CREATE INDEX "orders_cell_by_due" ON "orders" USING btree ("cell_code","due_at","id");--> statement-breakpoint
CREATE INDEX "orders_building_by_due" ON "orders" USING btree ("building_code","due_at","id");--> statement-breakpoint
CREATE INDEX "orders_closed" ON "orders" USING btree ("status","closed_at","id");