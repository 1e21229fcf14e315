namespace Amazon.Lambda.Core;

/// <summary>Reads events into objects and writes objects into answers.</summary>
public interface ILambdaSerializer
{
    /// <summary>Reads the whole stream into a <typeparamref name="T"/>.</summary>
    T Deserialize<T>(Stream requestStream);

    /// <summary>Writes the object to the stream, which stays open.</summary>
    void Serialize<T>(T response, Stream responseStream);
}
