using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Assay.Linking;

/// <summary>What a word of a name does for telling whose name it is.</summary>
public enum WordRole
{
    /// <summary>It names: the word by which the subject is known.</summary>
    Naming,
    /// <summary>It says nothing: articles, prepositions.</summary>
    Ignored,
    /// <summary>It may be left out without another subject being meant: "group", "company".</summary>
    Slight,
    /// <summary>It describes, and tells sister companies apart: "trading", "mining", "holding".</summary>
    Telling,
    /// <summary>It describes, and says that each state may have one: "ministry", "national", "police".</summary>
    Office,
    /// <summary>A state, region or direction, which tells sister companies apart.</summary>
    Place,
    /// <summary>A number, in whatever way it is written.</summary>
    Number,
    /// <summary>What a state calls itself: <see cref="Slight"/> beside a place, else <see cref="Telling"/>. A name that is read has no such word.</summary>
    Realm,
}

/// <summary>A word or words with the one spelling that stands for all of them.</summary>
/// <param name="Text">That spelling.</param>
/// <param name="Role">What the word does.</param>
public sealed record LinkedWord(string Text, WordRole Role);

/// <summary>A legal form.</summary>
/// <param name="Name">The form, as <c>gmbh</c>.</param>
/// <param name="Classes">The classes that it may be rendered by in other countries, as <c>limited</c>; empty: it says nothing (<c>company</c>).</param>
/// <param name="Stands">Where in a name it is one.</param>
public sealed record LegalForm(string Name, ImmutableArray<string> Classes, FormPlace Stands);

/// <summary>Where in a name a word is a legal form.</summary>
public enum FormPlace
{
    /// <summary>Wherever it stands.</summary>
    Any,
    /// <summary>At the beginning and at the end.</summary>
    Ends,
    /// <summary>At the end alone.</summary>
    End,
}

/// <summary>What one identifier says of whether two subjects are one.</summary>
public enum IdentifierUse
{
    /// <summary>One subject in the world has one, and slips of it are found: the same is the same, whatever the names say, another is another.</summary>
    Global,
    /// <summary>One subject has one: the same is the same where the names do not belie it, another is another.</summary>
    One,
    /// <summary>A subject may have several: the same is the same where the names do not belie it, another says nothing.</summary>
    Several,
    /// <summary>Several subjects may have it: it supports.</summary>
    Hint,
}

/// <summary>What linking knows, as data: read by <c>Assay.Formats</c> from <c>rules/linking</c>.</summary>
public sealed record LinkRules
{
    /// <summary>Letters of other scripts, and letters with marks, by the Latin letters that spell them.</summary>
    public FrozenDictionary<string, string> Letters { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>What any other text is in Latin letters; used where <see cref="Letters"/> knows nothing of a character.</summary>
    public Func<string, string> Romanize { get; init; } = static text => text;

    /// <summary>Ways to spell one sound, in the order in which they are replaced.</summary>
    public ImmutableArray<(string From, string To)> SpeltAlike { get; init; } = [];

    /// <summary>Letters that are often taken for one another, as <c>sz</c>: both ways round.</summary>
    public FrozenSet<(char, char)> NearLetters { get; init; } = [];

    /// <summary>Words by the folded words that spell them, joined by blanks.</summary>
    public PhraseBook<LinkedWord> Words { get; init; } = new([]);

    /// <summary>Legal forms by the folded words that spell them, joined by blanks.</summary>
    public PhraseBook<LegalForm> LegalForms { get; init; } = new([]);

    /// <summary>Everyday words, folded, that many are called by: "gold", "progress".</summary>
    public FrozenSet<string> CommonWords { get; init; } = [];

    /// <summary>Words of scripts that write without blanks, by what stands for them.</summary>
    public FrozenDictionary<string, string> Unspaced { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>Given names by the groups of those that are one name: "Alexander" and "Oleksandr".</summary>
    public FrozenDictionary<string, ImmutableArray<int>> GivenNames { get; init; } = FrozenDictionary<string, ImmutableArray<int>>.Empty;

    /// <summary>Titles of persons, which are left out.</summary>
    public FrozenSet<string> Titles { get; init; } = [];

    /// <summary>Small words in names of persons, which may be left out: "al", "van".</summary>
    public FrozenSet<string> Particles { get; init; } = [];

    /// <summary>Words that tell persons of one name apart, by what stands for them: "jr", "the third".</summary>
    public FrozenDictionary<string, string> Generations { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>Words that a father's name stands behind: "bin".</summary>
    public FrozenSet<string> Filiations { get; init; } = [];

    /// <summary>How a man's and a woman's form of one given name end, in this order.</summary>
    public ImmutableArray<(string Man, string Woman)> GivenNameEndings { get; init; } = [];

    /// <summary>How patronymics end.</summary>
    public ImmutableArray<string> PatronymicEndings { get; init; } = [];

    /// <summary>How a man's and a woman's form of one surname end, in this order.</summary>
    public ImmutableArray<(string Man, string Woman)> SurnameEndings { get; init; } = [];

    /// <summary>Words after which another name of the same subject follows: "formerly", "trading as".</summary>
    public ImmutableArray<string> OtherNameAfter { get; init; } = [];

    /// <summary>Codes of countries by their folded names and other codes.</summary>
    public FrozenDictionary<string, string> Countries { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>What an identifier of a scheme says; a scheme that is not there and has a country before its hyphen is a register's.</summary>
    public FrozenDictionary<string, IdentifierUse> Identifiers { get; init; } = FrozenDictionary<string, IdentifierUse>.Empty;

    /// <summary>Codes of countries whose registers give a number once in each court or state, and so several times.</summary>
    public FrozenSet<string> LocalRegisters { get; init; } = [];

    /// <summary>What is written where there is no identifier, in capitals without blanks: "NONE".</summary>
    public FrozenSet<string> NoIdentifiers { get; init; } = [];

    /// <summary>The schemes that another spelling of a scheme means.</summary>
    public FrozenDictionary<string, string> SchemeNames { get; init; } = FrozenDictionary<string, string>.Empty;
}
