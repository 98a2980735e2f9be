using System.Text.Json;

namespace Assay.Formats.Bods;

/// <summary>The share that an interest is of, in percent. <c>default</c> says nothing.</summary>
/// <param name="Exact">The exact share; null: not given.</param>
/// <param name="Least">The lower limit; null: not given.</param>
/// <param name="IsAboveLeast">Whether the share is more than it.</param>
/// <param name="Most">The upper limit; null: not given.</param>
/// <param name="IsBelowMost">Whether the share is less than it.</param>
/// <param name="Fault">What is wrong with it; empty: nothing.</param>
internal readonly record struct InterestShare(decimal? Exact, decimal? Least, bool IsAboveLeast, decimal? Most, bool IsBelowMost, string Fault)
{
    // The record tells shares apart to a millionth of a percent.
    private const int Digits = 6;

    /// <summary>Whether no figure can be taken from it.</summary>
    public bool IsContradictory => (Exact is { } exact && (exact < Least || exact > Most)) || Least > Most || (Least == Most && Least is not null && (IsAboveLeast || IsBelowMost));

    /// <summary>Whether it gives no figure at all.</summary>
    public bool IsEmpty => Exact is null && Least is null && Most is null;

    /// <summary>Reads the object <c>share</c>. Of two limits on one side the narrower counts.</summary>
    public static InterestShare Read(JsonElement share)
    {
        var (exact, least, above, most, below) = (Number(share, "exact"), Number(share, "minimum"), Number(share, "exclusiveMinimum"), Number(share, "maximum"), Number(share, "exclusiveMaximum"));
        var isAbove = above is not null && (least is null || above >= least);
        var isBelow = below is not null && (most is null || below <= most);
        var read = new InterestShare(exact, isAbove ? above : least, isAbove, isBelow ? below : most, isBelow, "");
        return read with { Fault = Faults(read, least, above, most, below) };
    }

    private static string Faults(InterestShare read, decimal? least, decimal? above, decimal? most, decimal? below)
    {
        if (least is not null && above is not null) return "has both minimum and exclusiveMinimum";
        if (most is not null && below is not null) return "has both maximum and exclusiveMaximum";
        if (read.IsContradictory) return "has limits that no share is between";
        return read.Exact is not null && (read.Least is not null || read.Most is not null) ? "has limits beside an exact share" : "";
    }

    private static decimal? Number(JsonElement share, string name) =>
        share.TryGetProperty(name, out var value) ? Math.Round(value.TryGetDecimal(out var number) ? number : (decimal)value.GetDouble(), Digits) : null;
}
