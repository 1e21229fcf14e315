// The library's own word for what DynamoDB returns and takes: attributes by name.
global using Item = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;
