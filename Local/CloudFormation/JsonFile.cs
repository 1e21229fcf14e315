using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lexicon.Local.CloudFormation;

/// <summary>Reads the JSON files of an assembly.</summary>
internal static class JsonFile
{
    /// <summary>The object in a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="missing">What to say when there is no such file.</param>
    /// <exception cref="StartupException">There is no such file, or it does not hold a JSON object.</exception>
    public static JsonObject Read(string path, string missing)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(path)) as JsonObject
                ?? throw new StartupException($"{path} does not hold a JSON object");
        }
        catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new StartupException(missing);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"{path} cannot be read: {unreadable.Message}");
        }
        catch (JsonException mistake)
        {
            throw new StartupException($"{path} is not JSON: {mistake.Message}");
        }
    }
}
