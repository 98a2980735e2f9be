using System.Collections.Immutable;
using System.Text;
using Assay.Evidence;

namespace Assay.Claims.Corrections;

/// <summary>
/// A claim as a person can fill it in: everything in words. <see cref="ClaimFormReader"/> turns it into a claim. A form that fills none of the
/// roles of its kind is a claim that nothing is asked of. Two forms are equal where they say the same word for word.
/// </summary>
public sealed record ClaimForm
{
    /// <summary>The time of a claim that names none: that of the article.</summary>
    public const string AsOfArticle = "as of the article's date";

    /// <summary>The time of a claim that tells of the past without a date.</summary>
    public const string NoTime = "not given";

    /// <summary>Between the several fillings of one role.</summary>
    public const char Separator = ';';

    /// <summary>The kind of the claim.</summary>
    public required ClaimKind Kind { get; init; }

    /// <summary>How the article puts it.</summary>
    public Stance Stance { get; init; }

    /// <summary>The speaker of an attributed claim; empty else.</summary>
    public string Speaker { get; init; } = "";

    /// <summary>The roles of <see cref="RolesOf"/> that are filled, by their names: entities by id or name, several with semicolons between them. In quotation marks stand words of the article that could not be linked.</summary>
    public ImmutableSortedDictionary<string, string> Roles { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>What the article gives as answer: "yes", "no", "about 25 %", "not 1st", "3.2 million tonnes".</summary>
    public string Expects { get; init; } = "yes";

    /// <summary>When: "2024", "2024-06", "2024-06-30", "2019 to 2023", "since 2009", <see cref="AsOfArticle"/>, <see cref="NoTime"/>.</summary>
    public string Time { get; init; } = AsOfArticle;

    /// <summary>What stands in a role; empty where nothing does.</summary>
    public string this[string role] => Roles.GetValueOrDefault(role, "");

    /// <summary>The same form with a role filled, or emptied.</summary>
    public ClaimForm With(string role, string filling) => this with { Roles = string.IsNullOrWhiteSpace(filling) ? Roles.Remove(role) : Roles.SetItem(role, filling) };

    /// <summary>The roles of a kind in the order of a form: what a page and its validation are made from.</summary>
    public static ImmutableArray<FormRole> RolesOf(ClaimKind kind) => FormRoles.Of(kind);

    /// <summary>The form of a claim: entities by their ids, where they were linked.</summary>
    public static ClaimForm Of(Claim claim, EvidenceSnapshot evidence)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(evidence);
        return FormOfClaim.Write(claim, evidence);
    }

    /// <summary>The word for a kind: <c>ownership-share</c>.</summary>
    public static string WordOf(ClaimKind kind) => Hyphened(kind.ToString());

    /// <summary>The word for a stance: <c>asserted</c>.</summary>
    public static string WordOf(Stance stance) => Hyphened(stance.ToString());

    /// <summary>Reads the word for a kind.</summary>
    public static bool TryKind(string word, out ClaimKind kind) => TryWord(word, WordOf, out kind);

    /// <summary>Reads the word for a stance.</summary>
    public static bool TryStance(string word, out Stance stance) => TryWord(word, WordOf, out stance);

    /// <inheritdoc/>
    public bool Equals(ClaimForm? other) => other is not null && Kind == other.Kind && Stance == other.Stance && Speaker == other.Speaker && Expects == other.Expects && Time == other.Time && Roles.SequenceEqual(other.Roles);

    /// <inheritdoc/>
    public override int GetHashCode() => Roles.Aggregate(HashCode.Combine(Kind, Stance, Speaker, Expects, Time), HashCode.Combine);

    /// <summary><c>ownership-share owner: x, owned: y; about 25 %; 2024</c>.</summary>
    public override string ToString() => $"{WordOf(Kind)} {string.Join(", ", Roles.Select(role => $"{role.Key}: {role.Value}"))}; {Expects}; {Time}";

    private static bool TryWord<T>(string word, Func<T, string> wordOf, out T value) where T : struct, Enum
    {
        foreach (var known in Enum.GetValues<T>())
        {
            if (wordOf(known) != word) continue;
            value = known;
            return true;
        }
        value = default;
        return false;
    }

    internal static string Hyphened(string name)
    {
        var word = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && word.Length > 0) word.Append('-');
            word.Append(char.ToLowerInvariant(letter));
        }
        return word.ToString();
    }
}
