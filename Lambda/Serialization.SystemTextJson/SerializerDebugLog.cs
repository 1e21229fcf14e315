using System.Text;

namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>Prints each event and each answer as JSON, where <c>LAMBDA_NET_SERIALIZER_DEBUG</c> asks for it.</summary>
internal sealed class SerializerDebugLog(Action<string> print)
{
    private const string Variable = "LAMBDA_NET_SERIALIZER_DEBUG";

    /// <summary>The log; null where the variable is not <c>true</c>.</summary>
    public static SerializerDebugLog? OfEnvironment() =>
        string.Equals(Environment.GetEnvironmentVariable(Variable), "true", StringComparison.OrdinalIgnoreCase)
            ? new(Console.WriteLine)
            : null;

    /// <summary>An event that will be read; one that can be read only once is not looked at.</summary>
    public void Read<T>(Stream stream)
    {
        if (stream.CanSeek)
        {
            print($"Lambda Deserialize {typeof(T).FullName}: {Rest(stream, stream.Position)}");
        }
    }

    /// <summary>An answer that was written, from where it begins.</summary>
    public void Written<T>(T response, Stream stream, long begin)
    {
        if (stream.CanSeek && stream.CanRead)
        {
            print($"Lambda Serialize {response?.GetType().FullName ?? typeof(T).FullName}: {Rest(stream, begin)}");
        }
    }

    private static string Rest(Stream stream, long begin)
    {
        var end = stream.Position;
        stream.Position = begin;
        using var reader = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        var text = reader.ReadToEnd();
        stream.Position = end;
        return text;
    }
}
