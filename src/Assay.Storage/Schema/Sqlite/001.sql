-- Days are ISO texts, moments are milliseconds since 1970 in UTC. A claim of '' stands for the article as a whole.
create table account (
    name      text primary key,
    password  text not null,
    role      text not null check (role in ('reader', 'editor', 'admin')),
    stamp     text not null,
    created   integer not null,
    disabled  integer not null default 0
) without rowid;

create table data_key (
    name  text primary key,
    xml   text not null
) without rowid;

create table draft (
    id           text primary key,
    created      integer not null,
    created_by   text not null,
    text         text not null,
    body_start   integer not null,
    body_end     integer not null,
    title        text not null,
    author       text not null,
    publisher    text not null,
    date         text not null,
    url          text not null,
    disclaimer   text not null,
    language     text not null,
    quotes_only  integer not null default 0,
    article      text
) without rowid;

-- What editors changed, in order; nothing is ever taken out: undoing is one more row.
create table edit (
    draft    text not null references draft,
    number   integer not null,
    claim    text not null,
    kind     text not null,
    content  text not null,
    made     integer not null,
    made_by  text not null,
    primary key (draft, number)
) without rowid;

create table article (
    id         text primary key,
    latest     integer not null,
    published  integer not null,
    changed    integer not null,
    title      text not null,
    publisher  text not null,
    language   text not null
) without rowid;
create index article_changed on article (changed desc);

create table version (
    article       text not null references article,
    number        integer not null,
    published     integer not null,
    published_by  text not null,
    as_of         text not null,
    title         text not null,
    author        text not null,
    publisher     text not null,
    date          text not null,
    url           text not null,
    language      text not null,
    quotes_only   integer not null,
    packs         text not null,
    rules         text not null,
    sha256        text not null,
    document      blob not null,
    changes       text not null,
    primary key (article, number)
);

-- A rendered part of a version: 'body', 'found', 'c18'; HTML packed with gzip.
create table part (
    article   text not null,
    number    integer not null,
    name      text not null,
    language  text not null,
    html      blob not null,
    primary key (article, number, name, language),
    foreign key (article, number) references version
);

-- since: the version from which on the claim has had this verdict; reactions and signatures belong to that.
create table finding (
    article        text not null,
    number         integer not null,
    claim          text not null,
    position       integer not null,
    since          integer not null,
    quote          text not null,
    kind           text not null,
    verdict        text not null,
    justification  text not null,
    origin         text not null,
    primary key (article, number, claim),
    foreign key (article, number) references version
) without rowid;

create table finding_entity (
    entity   text not null,
    article  text not null,
    number   integer not null,
    claim    text not null,
    primary key (entity, article, number, claim)
) without rowid;

create table finding_source (
    source   text not null,
    article  text not null,
    number   integer not null,
    claim    text not null,
    primary key (source, article, number, claim)
) without rowid;

create table signature (
    article    text not null,
    claim      text not null,
    since      integer not null,
    signed_by  text not null,
    signed     integer not null,
    primary key (article, claim, since)
) without rowid;

create table picture (
    id      text primary key,
    draft   text not null references draft,
    type    text not null,
    bytes   blob not null,
    alt     text not null,
    credit  text not null,
    url     text not null,
    added   integer not null,
    added_by text not null
);

create table reaction (
    article  text not null,
    claim    text not null,
    since    integer not null,
    reader   text not null,
    useful   integer not null,
    reason   text not null,
    made     integer not null,
    primary key (article, claim, since, reader)
) without rowid;
create index reaction_reader on reaction (reader);

create table request (
    id           text primary key,
    article      text not null references article,
    number       integer not null,
    claim        text not null,
    text         text not null,
    source       text not null,
    made         integer not null,
    state        text not null check (state in ('open', 'accepted', 'declined')),
    answer       text not null default '',
    answered     integer,
    answered_by  text not null default ''
) without rowid;
create index request_article on request (article, state);

-- What is searched: the latest version of each article and its claims.
create virtual table search using fts5 (article unindexed, claim unindexed, title, body, tokenize = 'unicode61 remove_diacritics 2');
