-- What differs from the version before: a row for each claim whose verdict is another. '' stands for no claim, before or after.
create table verdict_change (
    article      text not null,
    number       bigint not null,
    position     bigint not null,
    claim        text not null,
    quote        text not null,
    old_verdict  text not null,
    new_verdict  text not null,
    why          text not null,
    primary key (article, number, position),
    foreign key (article, number) references version
);
alter table version drop column changes;
create index version_published on version (published desc);
create index picture_draft on picture (draft);
create index request_state on request (state, made);
create index draft_created on draft (created desc);

-- How often something was written: processes that share the store ask here whether what they keep in memory still holds.
create table revision (
    name    text primary key,
    number  bigint not null
);
insert into revision (name, number) values ('published', 1), ('reactions', 1);

-- What is reacted to, numbered without gaps from 1 in the order of first reactions. A number never changes.
create table reaction_target (
    id       bigint primary key,
    article  text not null,
    claim    text not null,
    since    bigint not null,
    unique (article, claim, since)
);
insert into reaction_target (id, article, claim, since)
select row_number() over (order by min(made), article, claim, since), article, claim, since from reaction group by article, claim, since;

-- useful is null where the reader took it back. revision: that of the reactions when it was written.
create table reader_reaction (
    target    bigint not null references reaction_target,
    reader    text not null,
    useful    bigint,
    reason    text not null,
    made      bigint not null,
    revision  bigint not null,
    primary key (target, reader)
);
insert into reader_reaction (target, reader, useful, reason, made, revision)
select t.id, r.reader, r.useful, r.reason, r.made, 1 from reaction r join reaction_target t on t.article = r.article and t.claim = r.claim and t.since = r.since;
create index reader_reaction_revision on reader_reaction (revision);
drop table reaction;
alter table reader_reaction rename to reaction;

-- What is searched: the latest version of each article and its claims; the words are kept apart, folded.
create table searched (
    article       text not null,
    claim         text not null,
    title         text not null,
    body          text not null,
    folded_title  text not null,
    folded_body   text not null,
    words         tsvector generated always as (setweight(to_tsvector('simple', folded_title), 'A') || to_tsvector('simple', folded_body)) stored,
    primary key (article, claim)
);
insert into searched (article, claim, title, body, folded_title, folded_body) select article, claim, title, body, title, left(body, 200000) from search;
create index searched_words on searched using gin (words);
drop table search;
