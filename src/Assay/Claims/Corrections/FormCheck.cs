using System.Collections.Immutable;

namespace Assay.Claims.Corrections;

/// <summary>What no form may hold, whatever it says: kinds that there are not, roles of another kind, endless or invisible text.</summary>
internal static class FormCheck
{
    public static ImmutableArray<FormProblem> Of(ClaimForm form)
    {
        if (!Enum.IsDefined(form.Kind)) return [new FormProblem("kind", "unknown", form.Kind.ToString(), $"one of {string.Join(", ", Enum.GetValues<ClaimKind>().Select(ClaimForm.WordOf))}")];
        var problems = ImmutableArray.CreateBuilder<FormProblem>();
        if (!Enum.IsDefined(form.Stance)) problems.Add(new FormProblem("stance", "unknown", form.Stance.ToString(), $"one of {string.Join(", ", Enum.GetValues<Stance>().Select(ClaimForm.WordOf))}"));
        Check("speaker", form.Speaker);
        Check("expects", form.Expects);
        Check("time", form.Time);
        var roles = ClaimForm.RolesOf(form.Kind).Select(role => role.Name).ToList();
        foreach (var (name, filling) in form.Roles)
        {
            if (roles.Contains(name)) Check(RoleFillings.Field(name), filling);
            else problems.Add(new FormProblem("roles", "no-such-role", RoleFillings.Shown(name), $"a role of {ClaimForm.WordOf(form.Kind)}: {(roles.Count == 0 ? "it has none" : string.Join(", ", roles))}") { DidYouMean = NearWords.Find(name, roles) });
        }
        return problems.ToImmutable();

        void Check(string field, string text)
        {
            if (text.Length > ClaimFormReader.LongestField) problems.Add(new FormProblem(field, "too-long", RoleFillings.Shown(text), $"at most {ClaimFormReader.LongestField} characters"));
            else if (!IsPlain(text)) problems.Add(new FormProblem(field, "control-characters", RoleFillings.Shown(text), "one line of text without control characters"));
        }
    }

    /// <summary>Whether a text is one line that can be written and read again: no controls, no half of a pair.</summary>
    internal static bool IsPlain(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i])) return false;
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return false;
            i++;
        }
        return true;
    }
}
