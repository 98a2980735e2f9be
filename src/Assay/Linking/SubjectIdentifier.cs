using Assay.Evidence;
using System.Text;

namespace Assay.Linking;

/// <summary>An identifier in the one form in which it is compared.</summary>
/// <param name="Scheme">Its scheme, in small letters.</param>
/// <param name="Value">Its letters and digits, in capitals, without zeros before them.</param>
/// <param name="Use">What it says.</param>
public readonly record struct SubjectIdentifier(string Scheme, string Value, IdentifierUse Use)
{
    private const string LeiScheme = "lei";

    /// <summary>The form of an identifier as <c>scheme:value</c>; null where it is none, or an LEI whose check digits are wrong.</summary>
    public static SubjectIdentifier? Read(string text, LinkRules rules)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(rules);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0) return null;
        var written = text[..colon].Trim().ToLowerInvariant();
        var scheme = rules.SchemeNames.GetValueOrDefault(written, written);
        var value = new StringBuilder(text.Length - colon);
        foreach (var c in text.AsSpan(colon + 1))
            if (char.IsLetterOrDigit(c) && (value.Length > 0 || c != '0')) value.Append(char.ToUpperInvariant(c));
        if (value.Length == 0) return null;
        if (scheme == LeiScheme && !Lei.TryParse(text.AsSpan(colon + 1).Trim(), out _)) return null;
        return new SubjectIdentifier(scheme, value.ToString(), rules.Identifiers.TryGetValue(scheme, out var use) ? use : UseOf(scheme));
    }

    // Lists of organization identifiers (org-id.guide) have a country before the hyphen: they are registers.
    private static IdentifierUse UseOf(string scheme) =>
        scheme.Length > 3 && scheme[2] == '-' && char.IsAsciiLetter(scheme[0]) && char.IsAsciiLetter(scheme[1]) ? IdentifierUse.One : IdentifierUse.Several;

    /// <inheritdoc/>
    public override string ToString() => $"{Scheme}:{Value}";
}
