using System.Buffers;
using System.Globalization;

namespace Assay.Formats.Bods;

/// <summary>The formats of texts that the schema names: dates by RFC 3339, addresses by RFC 3986.</summary>
internal static class TextFormat
{
    private static readonly SearchValues<char> s_ofAddress = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%");

    /// <summary>Whether a text is of a format.</summary>
    public static bool Is(string format, string text) => format switch
    {
        "date" => Date(text) is not null,
        "date-time" => DateTime(text) is not null,
        "uri" => IsAddress(text),
        _ => throw new NotSupportedException($"The schema uses the format {format}."),
    };

    /// <summary>What a text of the format is.</summary>
    public static string Name(string format) => format switch
    {
        "date" => "a date of the form 2024-05-31",
        "date-time" => "a time of the form 2024-05-31T23:59:59Z",
        _ => "an address that begins with its scheme, as https://",
    };

    /// <summary>A day from 0001-01-01 to 9999-12-31; null: the text is none.</summary>
    public static DateOnly? Date(string text) =>
        text.Length == 10 && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The day of a date, or of a time as it is written there, in its own zone; null: the text is neither.</summary>
    public static DateOnly? Day(string text) => Date(text) ?? DateTime(text);

    private static DateOnly? DateTime(string text)
    {
        if (text.Length < 20 || text[10] is not ('T' or 't' or ' ') || Date(text[..10]) is not { } day) return null;
        if (!TimeOnly.TryParseExact(text.AsSpan(11, 8), "HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) && !IsLeapSecond(text.AsSpan(11, 8))) return null;
        var zone = text.AsSpan(19);
        if (zone[0] == '.')
        {
            var digits = zone[1..].IndexOfAnyExceptInRange('0', '9');
            if (digits <= 0) return null;
            zone = zone[(digits + 1)..];
        }
        return zone is "Z" or "z" || IsOffset(zone) ? day : null;
    }

    private static bool IsLeapSecond(ReadOnlySpan<char> time) =>
        time.EndsWith(":60") && TimeOnly.TryParseExact(time[..5], "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsOffset(ReadOnlySpan<char> zone) =>
        zone.Length == 6 && zone[0] is ('+' or '-') && TimeOnly.TryParseExact(zone[1..], "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsAddress(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1 || !char.IsAsciiLetter(text[0])) return false;
        foreach (var c in text.AsSpan(0, colon))
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.')) return false;
        // Letters beyond ASCII are common in real addresses; a space or a quote breaks one.
        foreach (var c in text.AsSpan(colon + 1))
            if (c < 128 && !s_ofAddress.Contains(c)) return false;
        return text.Length > colon + 1;
    }
}
