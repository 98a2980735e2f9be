using System.Diagnostics;
using System.Globalization;

namespace Assay.Mentions;

/// <summary>Says what kind of mention something is and what it was taken for.</summary>
public static class MentionWords
{
    /// <summary>One word for its kind: <c>entity</c>, <c>unlinked</c> (a name that the record does not know), <c>unresolved</c> (a pronoun or description), <c>figure</c> …</summary>
    public static string KindOf(Mention mention) => mention switch
    {
        Mention.Name { Candidates.IsEmpty: false } => "entity",
        Mention.Name { Via: NameVia.Anaphor } => "unresolved",
        Mention.Name => "unlinked",
        Mention.Figure => "figure",
        Mention.Time => "time",
        Mention.Goods => "goods",
        Mention.Topic => "topic",
        Mention.Office => "office",
        _ => throw new UnreachableException($"No such mention: {mention?.GetType().Name}"),
    };

    /// <summary>What it was taken for; empty where it is not known.</summary>
    public static string ValueOf(Mention mention) => mention switch
    {
        Mention.Name name => string.Join(" | ", name.Candidates.Select(entity => entity.EntityId.ToString())),
        Mention.Figure figure => Figure(figure),
        Mention.Time time => time.Days?.ToString() ?? "",
        Mention.Goods goods => goods.Commodity.Id,
        Mention.Topic topic => string.Join(", ", topic.About.Kinds.Concat(topic.About.Topics).Distinct()),
        Mention.Office office => office.Title,
        _ => throw new UnreachableException($"No such mention: {mention?.GetType().Name}"),
    };

    private static string Figure(Mention.Figure figure)
    {
        var value = figure.Value is { } number ? number.ToString("0.#####", CultureInfo.InvariantCulture) : "most";
        return $"{(figure.Hedge is { } hedge ? $"{hedge.Id} " : "")}{value}{(figure.Unit.Length == 0 ? "" : $" {figure.Unit}")}";
    }
}
