-- Whether a plugin is part of this Berth.
ALTER TABLE extensions ADD COLUMN bundled boolean NOT NULL DEFAULT false;
