// Generated from schemas/people.schema.json by `npm run generate`; do not edit.
export const peopleSchema: Readonly<Record<string, unknown>> = {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "urn:rolecall:people",
  "title": "Directory of rolecall",
  "description": "People and teams, by the names the access files use.",
  "type": "object",
  "additionalProperties": false,
  "properties": {
    "people": {
      "description": "Key -> person.",
      "type": "object",
      "propertyNames": {
        "$ref": "#/$defs/key"
      },
      "additionalProperties": {
        "$ref": "#/$defs/person"
      }
    },
    "teams": {
      "description": "Name -> members.",
      "type": "object",
      "propertyNames": {
        "$ref": "#/$defs/key"
      },
      "additionalProperties": {
        "description": "The members: keys of people, e-mails, or team:NAME for all of another team.",
        "type": "array",
        "items": {
          "description": "A key of people, an e-mail or team:NAME.",
          "type": "string",
          "pattern": "\\S"
        }
      }
    }
  },
  "$defs": {
    "id": {
      "description": "An id, quoted: a string that is neither empty nor \".\" nor \"..\".",
      "type": "string",
      "minLength": 1,
      "not": {
        "enum": [
          ".",
          ".."
        ]
      }
    },
    "key": {
      "description": "A name that does not begin with user:, team: or group:.",
      "type": "string",
      "pattern": "^(?!user:|team:|group:).*\\S"
    },
    "person": {
      "description": "A person, and who the person is in each system.",
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "name": {
          "description": "Full name.",
          "type": "string",
          "pattern": "\\S"
        },
        "redox": {
          "$ref": "#/$defs/identity",
          "description": "Who the person is in Redox: an e-mail, user:ID (which survives a change of e-mail) or an id; or a map from organization id to these."
        },
        "aion": {
          "$ref": "#/$defs/identity",
          "description": "Who the person is in Aion: an id, user:ID or an e-mail; or a map from account id to these."
        },
        "github": {
          "description": "Login on GitHub: a warning is shown when the author of a pull request gains a role.",
          "type": "string",
          "pattern": "\\S"
        },
        "leaves": {
          "description": "The last day (to its end, UTC) or the RFC 3339 time after which the person holds nothing.",
          "type": "string",
          "pattern": "\\S",
          "examples": [
            "2027-06-30"
          ]
        }
      }
    },
    "identity": {
      "description": "An id, an e-mail or user:ID; or a map from organization or account id to these.",
      "anyOf": [
        {
          "description": "An id, an e-mail or user:ID.",
          "type": "string",
          "pattern": "\\S"
        },
        {
          "description": "Organization or account id -> identity.",
          "type": "object",
          "propertyNames": {
            "$ref": "#/$defs/id"
          },
          "additionalProperties": {
            "description": "An id, an e-mail or user:ID.",
            "type": "string",
            "pattern": "\\S"
          }
        }
      ]
    }
  }
};
