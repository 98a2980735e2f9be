using System.Collections.Immutable;
using System.Diagnostics;
using System.Reflection;
using Assay.Evidence;
using Assay.Questions;

namespace Assay.Tests.Soundness;

/// <summary>Two sides exchanged, state for state and firm for firm, in every row and question.</summary>
internal static class Exchange
{
    private static readonly Dictionary<string, string> Sides = new() { ["aa"] = "bb", ["bb"] = "aa", ["firm-a"] = "firm-b", ["firm-b"] = "firm-a" };

    public static EvidenceSnapshot In(EvidenceSnapshot record) => new(record.Packs, record.Statements.Select(In), record.Sources);

    public static Question In(Question question) => question switch
    {
        Question.Membership asked => asked with { Member = In(asked.Member) },
        Question.Agreement asked => asked with { Parties = [.. asked.Parties.Select(In)] },
        Question.Share asked => asked with { Holder = In(asked.Holder) },
        Question.Ownership asked => asked with { Holder = In(asked.Holder) },
        Question.Rank asked => asked with { Subject = In(asked.Subject) },
        _ => throw new UnreachableException($"These records are not asked a {question.GetType().Name}."),
    };

    private static Statement In(Statement row)
    {
        var copy = (Statement)row.GetType().GetMethod("<Clone>$", BindingFlags.Instance | BindingFlags.Public)!.Invoke(row, null)!;
        foreach (var field in row.GetType().GetProperties().Where(field => field.CanWrite))
        {
            if (field.GetValue(row) is EntityId id) field.SetValue(copy, In(id));
            else if (field.GetValue(row) is ImmutableArray<EntityId> ids) field.SetValue(copy, ids.Select(In).ToImmutableArray());
        }
        return copy;
    }

    private static Holder In(Holder holder) => holder with { Members = [.. holder.Members.Select(In)] };

    private static EntityId In(EntityId id) => Sides.TryGetValue(id.Value, out var other) ? new EntityId(other) : id;
}
