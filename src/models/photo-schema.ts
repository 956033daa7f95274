import { Schema } from 'mongoose';

const picture = { id: String, width: Number, height: Number, placeholder: String };
const region = { left: Number, top: Number, width: Number, height: Number };
const plain = { _id: false, id: false };

/** How a photo is embedded wherever one is referred to. What was not done to it leaves no field. */
export const photoSchema = new Schema(
  {
    ...picture,
    alt: String,
    original: { type: new Schema(picture, plain), default: undefined },
    blurred: { type: [new Schema(region, plain)], default: undefined },
  },
  plain,
);
