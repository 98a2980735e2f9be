using System.Globalization;
using System.IO.Hashing;
using System.Text;

namespace Assay.Formats.Imports;

/// <summary>The ids that things of other formats get in a pack.</summary>
internal static class ImportedId
{
    private const int Longest = 80;

    /// <summary>
    /// The slug for an id of another format. No two ids get the same one: where lower case, or what a slug cannot hold, would make them alike, a hash of the
    /// id stands at its end.
    /// </summary>
    /// <param name="scheme">Where the id is from, as <c>lei</c>; a slug.</param>
    /// <param name="id">The id.</param>
    public static string Of(string scheme, string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(scheme);
        ArgumentNullException.ThrowIfNull(id);
        // An LEI is written in capitals only (ISO 17442), so that its lower case is as good.
        var isPlain = id.Length is > 0 and <= Longest;
        var slug = new StringBuilder(scheme.Length + id.Length + 1).Append(scheme).Append('-');
        foreach (var c in id.AsSpan(0, Math.Min(id.Length, Longest)))
        {
            if (char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || (c == '-' && slug[^1] != '-')) slug.Append(c);
            else
            {
                isPlain &= char.IsAsciiLetterUpper(c) && scheme == "lei";
                if (char.IsAsciiLetterUpper(c)) slug.Append(char.ToLowerInvariant(c));
                else if (slug[^1] != '-') slug.Append('-');
            }
        }
        if (slug[^1] == '-') (isPlain, slug.Length) = (false, slug.Length - 1);
        return isPlain ? slug.ToString() : $"{slug}-{XxHash64.HashToUInt64(Encoding.UTF8.GetBytes(id)).ToString("x16", CultureInfo.InvariantCulture)}";
    }
}
