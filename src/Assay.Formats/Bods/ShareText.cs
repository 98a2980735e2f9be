using System.Globalization;
using System.Text.RegularExpressions;

namespace Assay.Formats.Bods;

/// <summary>The share of an interest that is no stake, in words as they stand in a row's note: <c>share above 25 to 50 %</c>.</summary>
internal static partial class ShareText
{
    /// <summary>A figure, to a millionth of a percent.</summary>
    public static string Of(decimal figure) => figure.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>A share; empty where there is no figure.</summary>
    public static string Of(InterestShare share)
    {
        if (share.Exact is { } exact) return $"share {Of(exact)} %";
        return (share.Least, share.Most) switch
        {
            (null, null) => "",
            ({ } least, null) => $"share {(share.IsAboveLeast ? "above" : "from")} {Of(least)} %",
            (null, { } most) => $"share {(share.IsBelowMost ? "below" : "up to")} {Of(most)} %",
            ({ } least, { } most) => $"share {(share.IsAboveLeast ? "above" : "from")} {Of(least)} {(share.IsBelowMost ? "to below" : "to")} {Of(most)} %",
        };
    }

    /// <summary>Takes the share from the beginning of a note.</summary>
    /// <returns>The share, <c>default</c> where none stands there that could be written so, and the rest of the note.</returns>
    public static (InterestShare Share, string Remainder) Split(string note)
    {
        var match = Form().Match(note);
        if (!match.Success) return (default, note);
        var (least, isAbove, most, isBelow) = (Figure("least"), match.Groups["above"].Success, Figure("most"), match.Groups["below"].Success);
        var share = new InterestShare(Figure("exact"), least, isAbove, most, isBelow, "");
        // What would come back in other words stays words.
        var isPlain = Of(share) == match.Groups["words"].Value && !share.IsContradictory && !(share.Exact > 100 || least > 100 || most > 100);
        return isPlain ? (share, note[match.Length..]) : (default, note);

        decimal? Figure(string group) => match.Groups[group] is { Success: true } found ? decimal.Parse(found.ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) : null;
    }

    [GeneratedRegex("^(?<words>share (?:(?<exact>[0-9.]{1,10})|(?:(?<above>above)|from) (?<least>[0-9.]{1,10})(?: to (?<below>below )?(?<most>[0-9.]{1,10}))?|(?:(?<below>below)|up to) (?<most>[0-9.]{1,10})) %)(?:; |$)", RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
