using System.Collections.Frozen;
using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Mentions;

namespace Assay.Claims;

/// <summary>
/// What a clause must hold for a pattern to have a chance: of each group of words, verbs or types of mention at least one. Most patterns
/// are told from most clauses by this alone, without being tried.
/// </summary>
internal sealed class PatternNeeds
{
    private readonly ImmutableArray<FrozenSet<string>> _groups;

    public PatternNeeds(Pattern pattern) => _groups = [.. Needs(pattern).Select(group => group.ToFrozenSet()).OrderBy(group => group.Count)];

    /// <summary>Whether each group has one of its signs among those of a clause.</summary>
    public bool AreMet(HashSet<string> signs)
    {
        foreach (var group in _groups)
            if (!signs.Overlaps(group)) return false;
        return true;
    }

    /// <summary>The signs of a clause: its words, its verbs and what types of mention it has.</summary>
    public static HashSet<string> SignsOf(ImmutableArray<Element> elements)
    {
        var signs = new HashSet<string>();
        foreach (var element in elements)
        {
            if (element.Verb is { } verb)
            {
                signs.Add("<" + verb.Lemma);
                signs.Add("<");
                continue;
            }
            signs.Add(element.Text);
            switch (element.Mention)
            {
                case Mention.Name name:
                    signs.Add("{name");
                    if (name.OfKind(EntityKind.Bloc) is not null || name.Via == NameVia.Anaphor) signs.Add("{bloc");
                    if (name.OfKind(EntityKind.State, EntityKind.Place) is not null || name.Via == NameVia.Anaphor) signs.Add("{state");
                    break;
                case Mention.Figure figure:
                    signs.Add(figure.IsShare ? "{share" : "{figure");
                    break;
                case Mention.Goods:
                    signs.Add("{goods");
                    break;
                case Mention.Topic:
                    signs.Add("{topic");
                    break;
                case Mention.Office:
                    signs.Add("{office");
                    break;
            }
        }
        return signs;
    }

    private static IEnumerable<IEnumerable<string>> Needs(Pattern pattern) => pattern switch
    {
        Pattern.Word word => [word.Any],
        Pattern.Verb verb => [verb.Lemmas.Count == 0 ? ["<"] : verb.Lemmas.Select(lemma => "<" + lemma)],
        Pattern.Role role => SignOf(role.Type) is { } sign ? [[sign]] : [],
        Pattern.Sequence sequence => sequence.Items.SelectMany(Needs),
        Pattern.Either either when either.Choices.Select(choice => Needs(choice).FirstOrDefault()).ToList() is var first && first.All(group => group is not null) => [first.SelectMany(group => group!)],
        _ => [],
    };

    private static string? SignOf(RoleType type) => type switch
    {
        RoleType.Bloc => "{bloc",
        RoleType.State => "{state",
        RoleType.Share => "{share",
        RoleType.Figure => "{figure",
        RoleType.Goods => "{goods",
        RoleType.Topic => "{topic",
        RoleType.Office => "{office",
        RoleType.Word or RoleType.Ordinal or RoleType.Time => null,
        _ => "{name",
    };
}
