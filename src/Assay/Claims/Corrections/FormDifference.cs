using System.Collections.Immutable;
using Assay.Evidence;

namespace Assay.Claims.Corrections;

/// <summary>One field that says something else than before.</summary>
/// <param name="Field">The field, as in <see cref="FormProblem.Field"/>.</param>
/// <param name="Name">Its name for people: <c>figure</c>, <c>goods of</c>.</param>
/// <param name="From">What stood there, entities by their names; empty: nothing.</param>
/// <param name="To">What stands there.</param>
public sealed record FormDifference(string Field, string Name, string From, string To)
{
    /// <summary>The key of the field's label: <c>form-field-time</c>, <c>form-role-owner</c>.</summary>
    public string LabelKey => Field.StartsWith("roles.", StringComparison.Ordinal) ? $"form-role-{Field[6..]}" : $"form-field-{Field}";

    /// <summary><c>figure: about 25 % → 17.4 %</c>.</summary>
    public override string ToString() => $"{Name}: {Shown(From)} → {Shown(To)}";

    /// <summary>All the fields in which two forms differ, in the order of a form.</summary>
    public static ImmutableArray<FormDifference> Between(ClaimForm from, ClaimForm to, EvidenceSnapshot evidence)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(evidence);
        var roles = ClaimForm.RolesOf(to.Kind).Concat(ClaimForm.RolesOf(from.Kind)).DistinctBy(role => role.Name);
        FormDifference[] all =
        [
            new("kind", "kind", ClaimForm.WordOf(from.Kind), ClaimForm.WordOf(to.Kind)),
            new("stance", "stance", ClaimForm.WordOf(from.Stance), ClaimForm.WordOf(to.Stance)),
            new("speaker", "speaker", from.Speaker, to.Speaker),
            .. roles.Select(role => new FormDifference($"roles.{role.Name}", role.Name.Replace('-', ' '), Named(role, from[role.Name], evidence), Named(role, to[role.Name], evidence))),
            new("expects", IsYesOrNo(to.Expects) ? "answer" : "figure", from.Expects, to.Expects),
            new("time", "time", from.Time, to.Time),
        ];
        return [.. all.Where(field => field.From != field.To)];
    }

    private static bool IsYesOrNo(string expects) => expects is FormRoles.Yes or FormRoles.No;

    private static string Named(FormRole role, string filling, EvidenceSnapshot evidence) => role.Takes != RoleTakes.Entity || filling.Length == 0 ? filling
        : string.Join($"{ClaimForm.Separator} ", filling.Split(ClaimForm.Separator, StringSplitOptions.TrimEntries).Select(one => evidence.NameOf(new EntityId(one))));

    private static string Shown(string text) => text.Length == 0 ? "nothing" : text;
}
