using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Assay.Evidence;
using Assay.Linking;

namespace Assay.Formats.Linking;

/// <summary>A pair of FollowTheMoney entities with a judgement, as an object of JSON: <c>{"left": {…}, "right": {…}, "judgement": "positive"}</c>.</summary>
internal static class PairJson
{
    private static readonly ImmutableArray<(string Property, string Scheme)> Identifiers =
        [("leiCode", "lei"), ("wikidataId", "wikidata"), ("ogrnCode", "ru-ogrn"), ("innCode", "ru-inn"), ("cikCode", "us-cik"), ("isin", "isin"), ("swiftBic", "swift"), ("imoNumber", "imo"), ("taxNumber", "tax"), ("vatCode", "vat")];

    /// <summary>The pair; null where the object is none.</summary>
    public static LabelledPair? Read(JsonElement pair, int line)
    {
        if (pair.ValueKind != JsonValueKind.Object || Entity(pair, "left", "entity1") is not { } left || Entity(pair, "right", "entity2") is not { } right) return null;
        if (PairColumns.Judgement.Select(name => Text(pair, name)).FirstOrDefault(text => text.Length > 0) is not { } word || PairColumns.Outcome(word) is not { } label) return null;
        return new LabelledPair(line.ToString(CultureInfo.InvariantCulture), left.Schema, left.Subject, right.Subject, label);
    }

    private static (string Schema, LinkedSubject Subject)? Entity(JsonElement pair, string name, string otherName)
    {
        if ((!pair.TryGetProperty(name, out var entity) && !pair.TryGetProperty(otherName, out entity)) || entity.ValueKind != JsonValueKind.Object) return null;
        if (!entity.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object) return null;
        var names = ImmutableArray.CreateRange((string[])[.. Texts(properties, "name"), .. Texts(properties, "alias"), .. Texts(properties, "previousName")]);
        if (names.IsEmpty && Text(entity, "caption") is { Length: > 0 } caption) names = [caption];
        if (names.IsEmpty) return null;
        var schema = Text(entity, "schema");
        var countries = Texts(properties, "country").Concat(Texts(properties, "jurisdiction")).Concat(Texts(properties, "nationality")).Concat(Texts(properties, "citizenship")).Distinct().ToList();
        var dates = Texts(properties, "birthDate").Concat(Texts(properties, "incorporationDate")).ToList();
        return (schema, new LinkedSubject
        {
            Id = Text(entity, "id") is { Length: > 0 } id ? id : name,
            Kind = PairColumns.KindOf(schema),
            Names = names,
            Countries = [.. countries],
            Began = dates.Count == 1 && PartialDate.TryParse(dates[0], out var date) ? date : null,
            Identifiers =
            [
                .. Identifiers.SelectMany(pair => Texts(properties, pair.Property).Select(text => $"{pair.Scheme}:{text}")),
                // A number alone says nothing; with the one country that it is of, it is of its register.
                .. countries.Count == 1 ? Texts(properties, "registrationNumber").Select(text => $"{countries[0]}-register:{text}") : [],
            ],
        });
    }

    private static string Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => "",
    } : "";

    private static IEnumerable<string> Texts(JsonElement properties, string name)
    {
        if (!properties.TryGetProperty(name, out var values)) yield break;
        if (values.ValueKind == JsonValueKind.String) yield return values.GetString()!;
        if (values.ValueKind != JsonValueKind.Array) yield break;
        foreach (var value in values.EnumerateArray())
            if (value.ValueKind == JsonValueKind.String) yield return value.GetString()!;
    }
}
