using System.Collections.Immutable;
using Assay.Claims;
using Assay.Claims.Corrections;
using Assay.Evidence;
using Assay.Records;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Assay.Web.Desk;

/// <summary>The forms of claims as they are shown, entities by their names, and as they come back, entities by their ids.</summary>
internal static class PostedForms
{
    private const string RoleStart = "role.";

    /// <summary>The form with names in place of ids, wherever the name is plain.</summary>
    public static ClaimForm Shown(ClaimForm form, EntityNames names, EvidenceSnapshot evidence) => OverEntities(form, (role, one) =>
    {
        var id = new EntityId(one);
        return evidence.Entity(id) is { } entity && names.Find(entity.Name, IsWanted(role)) is [var only] && only.EntityId == id ? entity.Name : one;
    });

    /// <summary>What came, entities by their ids where their names are plain. What has no field in the form of the kind that is chosen goes into the entities' empty fields, in order.</summary>
    /// <param name="form">What came.</param>
    /// <param name="prefix">What the names of the fields begin with.</param>
    /// <param name="names">The names of the record.</param>
    public static ClaimForm Read(IFormCollection form, string prefix, EntityNames names)
    {
        var kind = ClaimForm.TryKind(form[$"{prefix}kind"].ToString(), out var known) ? known : ClaimKind.Other;
        var roles = ClaimForm.RolesOf(kind);
        var given = form.Where(pair => pair.Key.StartsWith(prefix + RoleStart, StringComparison.Ordinal) && !StringValues.IsNullOrEmpty(pair.Value))
            .Select(pair => (Name: pair.Key[(prefix.Length + RoleStart.Length)..], Value: pair.Value.ToString().Trim())).Where(pair => pair.Value.Length > 0).ToList();
        var read = new ClaimForm
        {
            Kind = kind, Stance = ClaimForm.TryStance(form[$"{prefix}stance"].ToString(), out var stance) ? stance : Stance.Asserted, Speaker = form[$"{prefix}speaker"].ToString().Trim(),
            Expects = form[$"{prefix}expects"].ToString().Trim(), Time = form[$"{prefix}time"].ToString().Trim(),
        };
        foreach (var (name, value) in given.Where(pair => roles.Any(role => role.Name == pair.Name))) read = read.With(name, value);
        var left = given.Where(pair => roles.All(role => role.Name != pair.Name) && names.Find(pair.Value.Split(ClaimForm.Separator)[0], _ => true).Length > 0).Select(pair => pair.Value).ToList();
        foreach (var (role, value) in roles.Where(role => role.Takes == RoleTakes.Entity && read[role.Name].Length == 0).Zip(left)) read = read.With(role.Name, value);
        return OverEntities(read, (role, one) => names.Find(one, IsWanted(role)) is [var only] && IsWanted(role)(only) ? only.EntityId.Value : one);
    }

    /// <summary>The form with what was meant in place of what was not known: <paramref name="taken"/> is a field's name, an equals sign and the filling.</summary>
    public static ClaimForm Taking(ClaimForm form, string prefix, string taken, EntityNames names)
    {
        if (taken.Split('=', 2) is not [var field, var filling] || !field.StartsWith(prefix, StringComparison.Ordinal)) return form;
        var name = field[prefix.Length..];
        if (name == "expects") return form with { Expects = filling };
        if (name == "time") return form with { Time = filling };
        if (!name.StartsWith(RoleStart, StringComparison.Ordinal) || ClaimForm.RolesOf(form.Kind).FirstOrDefault(role => role.Name == name[RoleStart.Length..]) is not { } role) return form;
        var parts = form[role.Name].Split(ClaimForm.Separator, StringSplitOptions.TrimEntries).ToList();
        var wrong = role.Takes == RoleTakes.Entity ? parts.FindIndex(part => names.Find(part, IsWanted(role)).Length != 1) : parts.Count - 1;
        parts[Math.Max(0, wrong)] = filling;
        return form.With(role.Name, string.Join($"{ClaimForm.Separator} ", parts));
    }

    private static Func<Entity, bool> IsWanted(FormRole role) => entity => role.Kinds.IsEmpty || role.Kinds.Contains(entity.Kind);

    private static ClaimForm OverEntities(ClaimForm form, Func<FormRole, string, string> write)
    {
        foreach (var role in ClaimForm.RolesOf(form.Kind).Where(role => role.Takes == RoleTakes.Entity && form[role.Name].Length > 0))
            form = form.With(role.Name, string.Join($"{ClaimForm.Separator} ", form[role.Name].Split(ClaimForm.Separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(one => write(role, one))));
        return form;
    }
}
