using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Assay.Evidence;

namespace Assay.Formats.Packs.Tables;

/// <summary><c>entities.csv</c>: persons, states, companies, bodies, assets and places, with every name a text may use.</summary>
internal static class EntitiesTable
{
    private const int Id = 0, Kind = 1, Name = 2, Aliases = 3, Country = 4, Parent = 5, Identifiers = 6, Sources = 7, Note = 8;

    public static readonly TableFormat Format = new("entities", [
        Column.Id("its id"),
        Column.Word("kind", "what it is", Vocabulary.EntityKinds),
        Column.Title("name", "its usual name"),
        Column.Text("aliases", "every other name a text may use; ~ before one marks a place that stands for a state or body").List,
        Column.Entity("country", "where it is registered or lies").Optional,
        Column.Entity("parent", "the top of its group").Optional,
        Column.Text("identifiers", "lei:…, wikidata:Q…, ticker:…").List,
        Column.Sources, Column.Note,
    ], Read);

    private static void Read(TableRow row, PackContent pack)
    {
        var id = row.Slug(Id);
        pack.Statements.Add(new Entity
        {
            Id = row.IdentifyUnique(id),
            EntityId = new EntityId(id),
            Kind = row.Word(Kind, Vocabulary.EntityKinds),
            Name = row.Required(Name),
            Aliases = AliasesOf(row),
            Country = row.OptionalId(Country),
            Parent = row.OptionalId(Parent),
            Identifiers = row.List(Identifiers),
            Sources = row.Sources(Sources),
            Note = row.Text(Note),
            Place = row.Place,
        });
    }

    private static ImmutableArray<Alias> AliasesOf(TableRow row)
    {
        var items = row.List(Aliases);
        if (items.IsEmpty) return [];
        var aliases = new Alias[items.Length];
        for (var i = 0; i < aliases.Length; i++) aliases[i] = items[i].StartsWith('~') ? new Alias(items[i][1..], true) : new Alias(items[i], false);
        return ImmutableCollectionsMarshal.AsImmutableArray(aliases);
    }
}
