using System.Collections.Frozen;
using System.Collections.Immutable;
using Assay.Claims.Corrections;
using Assay.Formats.Packs;

namespace Assay.Web.Desk;

/// <summary>What a claim already says of a row that it lacks.</summary>
internal static class RowPrefill
{
    // Which roles of claims may stand in which columns, the likeliest first.
    private static readonly FrozenDictionary<string, string[]> RolesOf = new Dictionary<string, string[]>
    {
        ["owner"] = ["owner", "holder"], ["asset"] = ["owned", "asset"], ["operator"] = ["holder", "owner"], ["member"] = ["member"], ["body"] = ["body"], ["parties"] = ["parties"],
        ["subject"] = ["subject", "country", "member", "owned"], ["entity"] = ["owned", "asset"], ["person"] = ["person"], ["office"] = ["office"], ["of"] = ["office-of"], ["origin"] = ["origin"], ["via"] = ["via"],
        ["commodity"] = ["goods"], ["regime"] = ["regime"], ["participants"] = ["who"], ["kind"] = ["what"], ["said_by"] = ["said-by"], ["proposition"] = ["proposition"], ["whole"] = ["whole"], ["place"] = ["where", "place"],
        ["topics"] = ["about"], ["signed"] = ["signed"], ["title"] = ["document", "name"],
    }.ToFrozenDictionary();

    // The columns that the subject and the object of a missing row are of.
    private static readonly FrozenSet<string> Subjects = ["owner", "member", "operator", "entity", "subject", "person", "part", "origin"];
    private static readonly FrozenSet<string> Objects = ["asset", "body", "country", "whole", "of", "destination"];

    /// <summary>The cells of a table that a claim, or the row named as missing for it, fills.</summary>
    public static ImmutableDictionary<string, string> Of(PackTable table, ClaimForm form, string subject, string thing)
    {
        var cells = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var column in table.Columns)
        {
            var text = RolesOf.GetValueOrDefault(column.Name, []).Select(role => form[role]).FirstOrDefault(filling => filling.Length > 0 && !filling.StartsWith('"')) ?? "";
            if (subject.Length > 0 && Subjects.Contains(column.Name)) text = subject;
            if (thing.Length > 0 && Objects.Contains(column.Name)) text = thing;
            if (!column.Words.IsEmpty && !column.Words.Contains(text)) continue;
            if (text.Length > 0) cells[column.Name] = column.IsList ? text.Replace($"{ClaimForm.Separator} ", "|", StringComparison.Ordinal) : text.Split(ClaimForm.Separator)[0];
        }
        return cells.ToImmutable();
    }
}
