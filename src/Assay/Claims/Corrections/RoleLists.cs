using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics;
using Assay.Evidence;

namespace Assay.Claims.Corrections;

/// <summary>One word that a role may be filled with.</summary>
/// <param name="Word">As it is written in a form.</param>
/// <param name="Text">What it says, for people; the word itself where nothing more is to be said.</param>
public sealed record FormChoice(string Word, string Text);

/// <summary>The words that roles are filled with which the rules and the record list.</summary>
internal sealed class RoleLists
{
    /// <summary>The words of so many rows are offered; a register of millions has no others.</summary>
    private const int MostRows = 20_000;

    private readonly FrozenDictionary<ChoiceList, ImmutableArray<FormChoice>> _lists;

    public RoleLists(RuleSet rules, EvidenceSnapshot evidence)
    {
        var agreements = evidence.Rows<Agreement>().Take(MostRows).ToList();
        _lists = new Dictionary<ChoiceList, ImmutableArray<FormChoice>>
        {
            [ChoiceList.Regimes] = [.. rules.Meters.Regimes.Select(regime => new FormChoice(regime.Id, Plain(regime.Id)))],
            [ChoiceList.Offices] = Words(rules.Lexicon.Offices.Values.Concat(evidence.Rows<Position>().Take(MostRows).Select(row => Plain(row.Office)))),
            [ChoiceList.Propositions] = [.. evidence.Rows<Proposition>().Select(row => new FormChoice(row.PropositionId, row.Sentence))],
            [ChoiceList.EventKinds] = Words(rules.Frames.Where(frame => frame.Kind == ClaimKind.Event).SelectMany(frame => frame.Kinds).Concat(evidence.Rows<Event>().Take(MostRows).Select(row => row.Kind))),
            [ChoiceList.AgreementTopics] = Words(rules.Lexicon.AgreementTopics.Values.SelectMany(topic => topic.Kinds.Concat(topic.Topics))
                .Concat(rules.Frames.Where(frame => frame.Kind == ClaimKind.Agreement).SelectMany(frame => frame.Kinds))
                .Concat(agreements.Select(row => row.Kind)).Concat(agreements.SelectMany(row => row.Topics))),
            [ChoiceList.Relations] = Words(rules.Frames.Select(frame => frame.Relation).Concat(rules.Readings.Relations.Keys)),
        }.ToFrozenDictionary();
    }

    public ImmutableArray<FormChoice> Of(FormRole role) => role.List == ChoiceList.Fixed
        ? [.. role.Choices.Select(word => new FormChoice(word, Plain(word)))]
        : _lists.TryGetValue(role.List, out var list) ? list : throw new UnreachableException($"No such list: {role.List}");

    private static ImmutableArray<FormChoice> Words(IEnumerable<string> words) =>
        [.. words.Where(word => word.Length > 0).Distinct().Order(StringComparer.Ordinal).Select(word => new FormChoice(word, Plain(word)))];

    private static string Plain(string word) => word.Replace('-', ' ');
}
