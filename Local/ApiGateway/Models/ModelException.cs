namespace Lexicon.Local.ApiGateway.Models;

/// <summary>A schema that API Gateway would not take as a model, in one line that names the place and what is wrong.</summary>
internal sealed class ModelException(string message) : Exception(message)
{
    /// <summary>Whether a reference leads nowhere: the model that is meant may not have been read yet.</summary>
    public bool LeadsNowhere { get; init; }
}
