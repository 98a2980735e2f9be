-- Days are ISO texts, moments are milliseconds since 1970 in UTC. A claim of '' stands for the article as a whole.
create table account (
    name      text primary key,
    password  text not null,
    role      text not null check (role in ('reader', 'editor', 'admin')),
    stamp     text not null,
    created   bigint not null,
    disabled  bigint not null default 0
);

create table data_key (
    name  text primary key,
    xml   text not null
);

create table draft (
    id           text primary key,
    created      bigint not null,
    created_by   text not null,
    text         text not null,
    body_start   bigint not null,
    body_end     bigint not null,
    title        text not null,
    author       text not null,
    publisher    text not null,
    date         text not null,
    url          text not null,
    disclaimer   text not null,
    language     text not null,
    quotes_only  bigint not null default 0,
    article      text
);

-- What editors changed, in order; nothing is ever taken out: undoing is one more row.
create table edit (
    draft    text not null references draft,
    number   bigint not null,
    claim    text not null,
    kind     text not null,
    content  text not null,
    made     bigint not null,
    made_by  text not null,
    primary key (draft, number)
);

create table article (
    id         text primary key,
    latest     bigint not null,
    published  bigint not null,
    changed    bigint not null,
    title      text not null,
    publisher  text not null,
    language   text not null
);
create index article_changed on article (changed desc);

create table version (
    article       text not null references article,
    number        bigint not null,
    published     bigint not null,
    published_by  text not null,
    as_of         text not null,
    title         text not null,
    author        text not null,
    publisher     text not null,
    date          text not null,
    url           text not null,
    language      text not null,
    quotes_only   bigint not null,
    packs         text not null,
    rules         text not null,
    sha256        text not null,
    document      bytea not null,
    changes       text not null,
    primary key (article, number)
);

-- A rendered part of a version: 'body', 'found', 'c18'; HTML packed with gzip.
create table part (
    article   text not null,
    number    bigint not null,
    name      text not null,
    language  text not null,
    html      bytea not null,
    primary key (article, number, name, language),
    foreign key (article, number) references version
);

-- since: the version from which on the claim has had this verdict; reactions and signatures belong to that.
create table finding (
    article        text not null,
    number         bigint not null,
    claim          text not null,
    position       bigint not null,
    since          bigint not null,
    quote          text not null,
    kind           text not null,
    verdict        text not null,
    justification  text not null,
    origin         text not null,
    primary key (article, number, claim),
    foreign key (article, number) references version
);

create table finding_entity (
    entity   text not null,
    article  text not null,
    number   bigint not null,
    claim    text not null,
    primary key (entity, article, number, claim)
);

create table finding_source (
    source   text not null,
    article  text not null,
    number   bigint not null,
    claim    text not null,
    primary key (source, article, number, claim)
);

create table signature (
    article    text not null,
    claim      text not null,
    since      bigint not null,
    signed_by  text not null,
    signed     bigint not null,
    primary key (article, claim, since)
);

create table picture (
    id      text primary key,
    draft   text not null references draft,
    type    text not null,
    bytes   bytea not null,
    alt     text not null,
    credit  text not null,
    url     text not null,
    added   bigint not null,
    added_by text not null
);

create table reaction (
    article  text not null,
    claim    text not null,
    since    bigint not null,
    reader   text not null,
    useful   bigint not null,
    reason   text not null,
    made     bigint not null,
    primary key (article, claim, since, reader)
);
create index reaction_reader on reaction (reader);

create table request (
    id           text primary key,
    article      text not null references article,
    number       bigint not null,
    claim        text not null,
    text         text not null,
    source       text not null,
    made         bigint not null,
    state        text not null check (state in ('open', 'accepted', 'declined')),
    answer       text not null default '',
    answered     bigint,
    answered_by  text not null default ''
);
create index request_article on request (article, state);

-- What is searched: the latest version of each article and its claims.
create table search (
    article  text not null,
    claim    text not null,
    title    text not null,
    body     text not null,
    words    tsvector generated always as (setweight(to_tsvector('simple', title), 'A') || to_tsvector('simple', body)) stored,
    primary key (article, claim)
);
create index search_words on search using gin (words);
