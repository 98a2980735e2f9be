using System.Collections.Immutable;
using Assay.Claims;
using Assay.Mentions;

namespace Assay;

/// <summary>What is known of one language that articles are read in: a folder of rules.</summary>
/// <param name="Lexicon">Its words.</param>
/// <param name="Frames">What words express which kind of claim.</param>
public sealed record LanguageRules(Lexicon Lexicon, ImmutableArray<Frame> Frames);
