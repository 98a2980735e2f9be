using System.Globalization;
using Assay.Evidence;
using Assay.Formats.Json;
using Assay.Formats.Publications;

namespace Assay.Formats.LinkedData;

/// <summary>
/// Writes what the record holds as JSON-LD in schema.org's words: an entity, a source, the packs. Only what those words say without bending:
/// <c>docs/formats/linked-data.md</c>.
/// </summary>
public static class RecordLinkedData
{
    private static readonly LinkedDataContext Shapes = new(PageSafeJson.Relaxed(LinkedDataContext.Default.Options));

    /// <summary>An entity as UTF-8; null where the record has none of that id.</summary>
    public static byte[]? OfEntity(EvidenceSnapshot evidence, EntityId id, Site site)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(site);
        if (evidence.Entity(id) is not { } entity) return null;
        var type = TypeOf(entity);
        var isOrganization = IsOrganization(entity.Kind);
        return PageSafeJson.Bytes(new EntityDocument
        {
            Type = type,
            Id = site.Entity(id.ToString()).AbsoluteUri,
            Name = entity.Name,
            Url = site.Entity(id.ToString()).AbsoluteUri,
            AlternateName = Some(entity.Aliases.Where(alias => !alias.IsMetonym).Select(alias => alias.Text)),
            LeiCode = isOrganization ? EntityIdentifiers.Lei(entity) : null,
            Identifier = Some(Identifiers(entity)),
            SameAs = EntityIdentifiers.SameAs(entity),
            ParentOrganization = isOrganization ? Other(evidence, entity.Parent, site, other => IsOrganization(other.Kind)) : null,
            // Where a person or group belongs, and whose a disputed state is, "location" would not say truly.
            Location = isOrganization ? Other(evidence, entity.Country, site, _ => true) : null,
            ContainedInPlace = IsPlace(entity.Kind) ? Other(evidence, entity.Country, site, _ => true) : null,
            SubjectOf = Some(entity.Sources.Select(evidence.Source).OfType<Source>().Select(source => Named(source, site))),
        }, Shapes.EntityDocument);
    }

    /// <summary>A source as UTF-8; null where the record has none of that id.</summary>
    public static byte[]? OfSource(EvidenceSnapshot evidence, SourceId id, Site site)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(site);
        if (evidence.Source(id) is not { } source) return null;
        var isDescribed = source.Title is ['[', .., ']'];
        return PageSafeJson.Bytes(new SourceDocument
        {
            Id = site.Source(id.ToString()).AbsoluteUri,
            Name = isDescribed || source.Title.Length == 0 ? null : source.Title,
            Description = isDescribed ? source.Title[1..^1] : null,
            Publisher = source.Publisher.Length == 0 ? null : new NamedThing { Type = "Organization", Name = source.Publisher },
            DatePublished = source.Date?.ToString(),
            Url = PlainText.WebAddress(source.Url),
        }, Shapes.SourceDocument);
    }

    /// <summary>The packs that are loaded, as a catalogue of data sets, as UTF-8.</summary>
    public static byte[] OfPacks(IEnumerable<PackVersion> packs, Site site)
    {
        ArgumentNullException.ThrowIfNull(packs);
        ArgumentNullException.ThrowIfNull(site);
        return PageSafeJson.Bytes(new CatalogDocument
        {
            Id = site.At("packs").AbsoluteUri,
            Name = $"Evidence packs of {site.Publisher}",
            Url = site.At("packs").AbsoluteUri,
            Publisher = NamedThing.PublisherOf(site),
            Dataset =
            [
                .. packs.Select(pack => new DatasetDocument
                {
                    Id = site.Pack(pack.Name).AbsoluteUri,
                    Name = pack.Name,
                    Description = string.Create(CultureInfo.InvariantCulture, $"{pack.Title}. Rows with their sources, version {pack.Version}, that the findings published here rest on."),
                    Url = site.Pack(pack.Name).AbsoluteUri,
                    Version = pack.Version,
                    Identifier = [new IdentifierDocument("sha256", pack.Sha256)],
                }),
            ],
        }, Shapes.CatalogDocument);
    }

    /// <summary>A state without a code of its own is left a region: whether it is a country is what some dispute.</summary>
    private static string TypeOf(Entity entity) => entity.Kind switch
    {
        EntityKind.State => EntityIdentifiers.ThreeLetters(entity) is null ? "AdministrativeArea" : "Country",
        EntityKind.Agency => "GovernmentOrganization",
        EntityKind.Person => "Person",
        EntityKind.Group => "Thing",
        var kind when IsPlace(kind) => "Place",
        _ => "Organization",
    };

    private static bool IsOrganization(EntityKind kind) => kind is EntityKind.Bloc or EntityKind.Company or EntityKind.Agency or EntityKind.Fund;

    private static bool IsPlace(EntityKind kind) => kind is EntityKind.Field or EntityKind.Mine or EntityKind.Pipeline or EntityKind.Port or EntityKind.Place;

    private static IEnumerable<IdentifierDocument> Identifiers(Entity entity)
    {
        if (EntityIdentifiers.TwoLetters(entity) is { } code) yield return new IdentifierDocument("ISO 3166-1 alpha-2", code);
        foreach (var (scheme, value) in EntityIdentifiers.Of(entity))
        {
            if (value.Length == 0) continue;
            yield return new IdentifierDocument(scheme switch { "iso3" => "ISO 3166-1 alpha-3", "lei" => "ISO 17442", "" => "other", _ => scheme }, value);
        }
    }

    private static NamedThing? Other(EvidenceSnapshot evidence, EntityId? id, Site site, Func<Entity, bool> fits) =>
        id is { } known && evidence.Entity(known) is { } other && fits(other) ? new NamedThing { Type = TypeOf(other), Id = site.Entity(known.ToString()).AbsoluteUri, Name = other.Name } : null;

    private static NamedThing Named(Source source, Site site) => new() { Type = "CreativeWork", Id = site.Source(source.Id.ToString()).AbsoluteUri, Name = source.Title.Length > 0 ? source.Title : source.Publisher, Url = PlainText.WebAddress(source.Url) };

    private static List<T>? Some<T>(IEnumerable<T> items) => items.ToList() is { Count: > 0 } some ? some : null;
}
