CREATE TABLE `similarity_file_texts` (
	`sha256` text PRIMARY KEY NOT NULL,
	`text` text NOT NULL,
	`read_at` integer NOT NULL
);
