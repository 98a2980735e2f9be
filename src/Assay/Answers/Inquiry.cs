using System.Collections.Immutable;
using System.Globalization;
using Assay.Evidence;

namespace Assay.Answers;

/// <summary>What answering needs at hand: the record, the words, and whether weak rows are taken as they stand or as off by a tenth either way.</summary>
internal sealed class Inquiry(EvidenceSnapshot evidence, Wording wording, bool isShaken)
{
    public EvidenceSnapshot Evidence => evidence;

    public bool IsShaken => isShaken;

    /// <summary>All agreements, in file order.</summary>
    public ImmutableArray<Agreement> Agreements => field.IsDefault ? field = [.. evidence.Rows<Agreement>()] : field;

    public string Say(string key, params ReadOnlySpan<(string Name, string Value)> values) => wording.Say(key, values);

    public string Name(EntityId id) => evidence.NameOf(id);

    /// <summary>A slug in words: those of the wording file, else the slug without hyphens.</summary>
    public string Word(string kind, string slug) => wording.Has($"{kind}-{slug}") ? wording.Say($"{kind}-{slug}") : slug.Replace('-', ' ');

    public string Names(IEnumerable<EntityId> ids) => string.Join(", ", ids.Select(Name));

    /// <summary>The share of a stake row in percent.</summary>
    public Bounds Share(Stake row)
    {
        var share = Shake(row, row.Share);
        return new(Math.Min(share.Low, 100), Math.Min(share.High, 100));
    }

    /// <summary>The limits of a figure: a floor has no upper one, a ceiling no lower one.</summary>
    public (decimal Low, decimal? High) Limits(Measure row)
    {
        var value = Shake(row, row.Value);
        return row.Status switch
        {
            RowStatus.Floor => (value.Low, null),
            RowStatus.Ceiling => (0, value.High),
            _ => (value.Low, value.High),
        };
    }

    /// <summary>The step that says that the record is silent, and of what.</summary>
    public static ProofStep Silent(string text, params ImmutableArray<ProofStep> inputs) =>
        new() { Rule = ProofRule.Silent, Text = text, Value = new StepValue.Truth(Truth.Unknown), Inputs = inputs };

    /// <summary>A figure in words: exact ones to two places, others rounded outward to one.</summary>
    public static string Show(Bounds value) => value.IsExact
        ? value.Low.ToString("0.##", CultureInfo.InvariantCulture)
        : value.RoundOutward(1).ToString();

    private Bounds Shake(Statement row, Bounds value) => isShaken && row.IsWeak ? new(value.Low * 0.9m, value.High * 1.1m) : value;
}
