import { Schema } from 'mongoose';

/** How a photo is embedded wherever one is referred to. */
export const photoSchema = new Schema({ id: String, width: Number, height: Number }, { _id: false, id: false });
