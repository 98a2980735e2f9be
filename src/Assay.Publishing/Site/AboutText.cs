using System.Collections.Immutable;

namespace Assay.Publishing.Site;

/// <summary>
/// What the desk says of itself, from a file in the plain part of Markdown: headings (<c>#</c>), lists (<c>-</c>), paragraphs parted by empty lines.
/// Addresses alone become links; nothing else of Markdown is read, and no HTML.
/// </summary>
public sealed record AboutText(ImmutableArray<AboutBlock> Blocks)
{
    /// <summary>Nothing said.</summary>
    public static AboutText None { get; } = new([]);

    /// <summary>Reads a text.</summary>
    public static AboutText Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var blocks = ImmutableArray.CreateBuilder<AboutBlock>();
        foreach (var part in text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var lines = part.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToList();
            while (lines is [['#', ..] heading, ..])
            {
                blocks.Add(new AboutBlock(AboutKind.Heading, [heading.TrimStart('#').Trim()]));
                lines.RemoveAt(0);
            }
            if (lines.Count == 0) continue;
            var isList = lines.TrueForAll(line => line is ['-' or '*', ' ', ..]);
            blocks.Add(isList ? new AboutBlock(AboutKind.List, [.. lines.Select(line => line[2..].Trim())]) : new AboutBlock(AboutKind.Paragraph, [string.Join(' ', lines)]));
        }
        return new AboutText(blocks.ToImmutable());
    }
}

/// <summary>What a block is.</summary>
public enum AboutKind
{
    /// <summary>A heading.</summary>
    Heading,
    /// <summary>A paragraph.</summary>
    Paragraph,
    /// <summary>A list, a line an item.</summary>
    List,
}

/// <summary>A block of a text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Lines">Its lines: one, or those of a list.</param>
public sealed record AboutBlock(AboutKind Kind, ImmutableArray<string> Lines);
