using System.Globalization;

namespace Assay.Formats.FollowTheMoney;

/// <summary>A share in percent as a source words it, with limits that may lie outside. <c>default</c> is exactly nothing.</summary>
/// <param name="Least">The least, 0 to 100.</param>
/// <param name="Most">The most, not below <paramref name="Least"/>.</param>
/// <param name="IsAboveLeast">Whether the least itself is outside.</param>
/// <param name="IsBelowMost">Whether the most itself is outside.</param>
internal readonly record struct ShareRange(decimal Least, decimal Most, bool IsAboveLeast = false, bool IsBelowMost = false)
{
    /// <summary>Anything from nothing to all.</summary>
    public static ShareRange Whole { get; } = new(0, 100);

    /// <summary>Whether it is one share.</summary>
    public bool IsExact => Least == Most;

    /// <summary>Whether it tells nothing.</summary>
    public bool IsWhole => this == Whole;

    /// <summary>The least range that holds both.</summary>
    public ShareRange Cover(ShareRange other) => new(
        Math.Min(Least, other.Least), Math.Max(Most, other.Most),
        Least == other.Least ? IsAboveLeast && other.IsAboveLeast : Least < other.Least ? IsAboveLeast : other.IsAboveLeast,
        Most == other.Most ? IsBelowMost && other.IsBelowMost : Most > other.Most ? IsBelowMost : other.IsBelowMost);

    /// <summary>As a pack's cells write it: <c>12.5</c>, <c>&gt;25</c>.</summary>
    public string LeastCell => (IsAboveLeast ? ">" : "") + Text(Least);

    /// <inheritdoc cref="LeastCell"/>
    public string MostCell => (IsBelowMost ? "<" : "") + Text(Most);

    /// <summary>In words that <see cref="SharePhrase"/> reads back: <c>12.5</c>, <c>25-50</c>, <c>&gt;50</c>, <c>&gt;=75 and &lt;100</c>; empty for <see cref="Whole"/>.</summary>
    public override string ToString()
    {
        if (IsExact) return Text(Least);
        var (hasLeast, hasMost) = (Least > 0 || IsAboveLeast, Most < 100 || IsBelowMost);
        var (least, most) = ((IsAboveLeast ? ">" : ">=") + Text(Least), (IsBelowMost ? "<" : "<=") + Text(Most));
        return (hasLeast, hasMost) switch
        {
            (false, false) => "",
            (true, false) => least,
            (false, true) => most,
            _ when !IsAboveLeast && !IsBelowMost => $"{Text(Least)}-{Text(Most)}",
            _ => $"{least} and {most}",
        };
    }

    private static string Text(decimal share) => share.ToString("0.############################", CultureInfo.InvariantCulture);
}
