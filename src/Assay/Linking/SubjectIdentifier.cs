using Assay.Evidence;
using System.Collections.Immutable;
using System.Text;

namespace Assay.Linking;

/// <summary>An identifier in the one form in which it is compared.</summary>
/// <param name="Scheme">Its scheme, in small letters.</param>
/// <param name="Value">Its letters and digits, in capitals, without zeros before them.</param>
/// <param name="Use">What it says.</param>
public readonly record struct SubjectIdentifier(string Scheme, string Value, IdentifierUse Use)
{
    private const string LeiScheme = "lei", RegisterEnd = "-register";
    private const int FewestCharacters = 4;
    private static readonly ImmutableArray<string> Numbered = ["reg-", "tax-", "vat-"];

    /// <summary>
    /// The form of an identifier as <c>scheme:value</c>; null where it is none: an LEI whose check digits are wrong, a word for "none", zeros, one
    /// character over and over, or a number of a register without digits or of fewer than four characters.
    /// </summary>
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
        var use = rules.Identifiers.TryGetValue(scheme, out var listed) ? listed : UseOf(scheme, rules);
        return use != IdentifierUse.Global && StandsForNone(scheme, value.ToString(), use, rules) ? null : new SubjectIdentifier(scheme, value.ToString(), use);
    }

    private static bool StandsForNone(string scheme, string value, IdentifierUse use, LinkRules rules)
    {
        if (rules.NoIdentifiers.Contains(value)) return true;
        var isNumber = use == IdentifierUse.One || rules.LocalRegisters.Contains(CountryOf(scheme)) || Numbered.Any(start => scheme.StartsWith(start, StringComparison.Ordinal)) || scheme.EndsWith(RegisterEnd, StringComparison.Ordinal);
        if (isNumber && (value.Length < FewestCharacters || !value.Any(char.IsDigit))) return true;
        return value.Length > 1 && !value.AsSpan().ContainsAnyExcept(value[0]);
    }

    // Lists of organization identifiers (org-id.guide) have a country before the hyphen: they are registers.
    private static IdentifierUse UseOf(string scheme, LinkRules rules)
    {
        if (!scheme.StartsWith("tax-", StringComparison.Ordinal) && !scheme.StartsWith("vat-", StringComparison.Ordinal) && rules.LocalRegisters.Contains(CountryOf(scheme))) return IdentifierUse.Hint;
        return CountryOf(scheme).Length > 0 && scheme[2] == '-' ? IdentifierUse.One : IdentifierUse.Several;
    }

    /// <summary>The country that a scheme names before its hyphen, or behind "reg-"; empty: none.</summary>
    private static string CountryOf(string scheme)
    {
        if (scheme.Length > 3 && scheme[2] == '-' && char.IsAsciiLetter(scheme[0]) && char.IsAsciiLetter(scheme[1])) return scheme[..2];
        return scheme.Length >= 6 && Numbered.Any(start => scheme.StartsWith(start, StringComparison.Ordinal)) ? scheme[4..6] : "";
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Scheme}:{Value}";
}
