using System.Text;
using Assay.Formats.Json;
using Assay.Formats.Records;
using Assay.Publishing.Page;
using Assay.Publishing.Terminal;
using Assay.Records;

namespace Assay.Cli;

/// <summary>Renders a view of the record whole, before any of it is written.</summary>
internal static class ViewRendering
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The view as bytes.</summary>
    public static byte[] Render(RecordView view, ViewFormat format, bool explains, string rules, Terminal? screen)
    {
        if (format == ViewFormat.Json)
        {
            using var bytes = new MemoryStream();
            RecordViewJson.Write(bytes, view, explains);
            return bytes.ToArray();
        }
        return Utf8.GetBytes(format switch
        {
            ViewFormat.Csv => RecordViewCsv.Text(view),
            ViewFormat.Html => RecordPage.Render(view, new PageOptions { Version = ProgramVersion.Text, RulesSha256 = rules }),
            _ => TextConsole.Text(console => RecordTerminal.Write(console, view, explains), screen),
        });
    }
}
