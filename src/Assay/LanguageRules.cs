using System.Collections.Immutable;
using Assay.Claims;
using Assay.Mentions;

namespace Assay;

/// <summary>What is known of one language that articles are read in, a folder of rules; read when it is first asked for.</summary>
public sealed class LanguageRules(string language, Func<(Lexicon Lexicon, ImmutableArray<Frame> Frames)> read)
{
    private readonly Lazy<(Lexicon Lexicon, ImmutableArray<Frame> Frames)> _rules = new(read);

    /// <summary>Its ISO 639-1 code.</summary>
    public string Language { get; } = language;

    /// <summary>Its words.</summary>
    public Lexicon Lexicon => _rules.Value.Lexicon;

    /// <summary>What words express which kind of claim.</summary>
    public ImmutableArray<Frame> Frames => _rules.Value.Frames;
}
